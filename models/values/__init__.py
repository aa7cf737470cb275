"""The small values of the guild world: texts, Jalali months, ids, quantities. Pure; reads no clock, no database."""
