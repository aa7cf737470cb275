"""Sheets: Excel and CSV files in and out, their words, and the jobs that work on them."""
