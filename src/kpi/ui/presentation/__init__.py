"""Presentation mode: a briefing on a screen in the meeting room, one thought per slide."""
