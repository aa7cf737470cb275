# Passing a circular on from level to level, its question, and who has not read it.

## Refusals

problem-circular-nobody-waits = Nobody waits for your office to pass this circular on; nothing needs to be done.
problem-circular-not-told = This circular has not reached your office yet. Once it has, you will see the button here.
problem-circular-not-passed = Your office has not passed this circular on yet. Pass it on first; its covering letter comes after that.
problem-circular-nothing-held-back = Nobody waits for this circular to be passed on; there is nothing to close.
problem-circular-no-question = This circular asks no such question. Go on from the main menu.
problem-circular-question-options = The question has { $got } options; { $least } to { $most } are wanted. Write each on a line of its own.
problem-circular-question-right = { $got } options of this question are marked as right; exactly one must be.
problem-circular-question-twice = The option "{ $text }" occurs twice. Write options that differ.
problem-circular-question-clause = This circular has no clause { $got }; its last one is { $most }. Write the clause's number as in the text.
