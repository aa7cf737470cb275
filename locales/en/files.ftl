# Files that go with a screen and files that people send.

file-lost = The file that belongs to this message could not be sent. Please ask for it again.
job-running = Your file has arrived and is being read ⏳ The result comes here; you need not wait.
problem-no-file = There is no file in this message. Please send the file with the paper clip (attachment).
problem-sent-file-too-large = This file has { $got } megabytes; up to { $most } megabytes are taken. Please divide it into smaller files.
problem-file-too-large = This file is larger than { $most } megabytes. Please divide it into smaller files.
problem-file-not-fetched = The messenger did not give us this file. Please send it again.
problem-job-broken = This work did not come to its end and nothing was changed. Please try again; if it fails once more, tap “I have a problem”.
