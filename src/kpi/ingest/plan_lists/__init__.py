"""What a plan's folder may hold beside goals, nyckeltal and targets: a file each, with its table and its rules."""
