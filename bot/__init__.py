"""How Behinyar runs: settings, database, intake, messengers, delivery, calendar, playground, command line."""
