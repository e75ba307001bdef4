"""Carry a shell's commands to the process that has the database open."""
