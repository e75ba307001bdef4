"""The floor: one-file Streamlit apps that show the same amount, and nothing else."""
