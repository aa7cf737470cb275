# The question of comprehension of a circular, at the desk.


button-circular-question = Question
button-clause = Clause { $n }
button-clause-none = No clause
circular-field-says = Rests on
circular-card-question = Question of comprehension: { $text }
question-field-text = Question
question-field-option = Option { $n }
question-field-right = Right answer
question-ask-text =
    Which question shows that the circular was understood?
    Recipients answer it once they have acknowledged; you see the answers by clause. Example: By which day is a month recorded?
question-ask-option = Write option { $n }, short and clear. Example: by the tenth of the next month
question-ask-another = Write option { $n }, or say that these will do.
button-question-enough = These will do
question-ask-right = Which option is right?
question-ask-clause =
    Which clause does the option «{ $option }» come from?
    When somebody chooses it wrongly, you see which clause was unclear.
question-check = Look at the question once more.
button-question-save = Save the question
question-saved = The question is saved ✅
question-stands =
    The question of circular { $number }:
    { $text }
question-option = Option: { $text } ({ $says })
question-option-right = Option: { $text } ({ $says }) ✅
question-says-clause = clause { $n }
question-says-text = the text
button-question-change = Another question
button-question-remove = Remove the question
question-removed = The question was removed.
