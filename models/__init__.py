"""What is true: the things of the guild world, their tables, rules and actions."""
