"""What a follow-up says, as data: rows and sentences that pages and documents present and never compute."""
