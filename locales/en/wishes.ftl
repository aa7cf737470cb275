# Unions and counties that people did not find in the list: seen and answered by whoever adds them.

button-wishes = Not listed ({ $n })
wishes = Names that people did not find in the list and for which their registrations wait. Open each one and answer it.
wishes-none = Nobody is waiting for a union or a county to be added now ✅
wish-line-union = { $number }. Union in { $above }: { $typed } · waiting: { $n }, since { $since }
wish-line-county = { $number }. County in { $above }: { $typed } · waiting: { $n }, since { $since }
button-wish = { $number }. { $typed }
wish-card-union =
    This union was not found in the list of { $above }:
    { $typed }
    Waiting: { $n }, since { $since }
wish-card-county =
    This county was not found in the list of { $above }:
    { $typed }
    Waiting: { $n }, since { $since }
wish-card-answers = If it exists, add it. If it is in the list under another name, show which. If it is not to be added, turn it down with a reason. Whoever waits hears it at once.
button-wish-add-union = Add the union
button-wish-add-county = Add the county
button-wish-name = Has another name
button-wish-decline = Turn down
wish-told = Those who waited for it ({ $n }) are told.

## It is in the list under another name

wish-ask-office-union =
    Which union of { $above } do they mean by “{ $typed }”?
    Type a part of its name or choose it from the list. Example: shoe
wish-ask-office-county =
    Which county of { $above } do they mean by “{ $typed }”?
    Type a part of its name or choose it from the list. Example: Rey
wish-ask-office-none-union = The list of { $above } holds no union yet that could be “{ $typed }”. Go back and tap “Add the union” or “Turn down”.
wish-ask-office-none-county = The list of { $above } holds no county yet that could be “{ $typed }”. Go back and tap “Add the county” or “Turn down”.
wish-field-office-union = Union
wish-field-office-county = County
wish-name-summary-union = Those who wished for “{ $typed }” ({ $n }) are told that in the list of { $above } it is this:
wish-name-summary-county = Those who wished for “{ $typed }” ({ $n }) are told that in the list of { $above } it is this:
button-wish-name-sure = This is it
wish-named = Recorded: “{ $typed }” is “{ $office }” in the list ✅ Told: { $n }.

## It is turned down

wish-ask-reason-union =
    Why is “{ $typed }” not added to the list of { $above }?
    Please write it shortly; whoever waits reads it and should know what to do. Example: In this county the carpenters' union licenses this trade.
wish-ask-reason-county =
    Why is “{ $typed }” not added to the list of { $above }?
    Please write it shortly; whoever waits reads it and should know what to do. Example: This place belongs to the county of Rey.
wish-field-reason = Reason
wish-decline-summary = The answer to those who wished for “{ $typed }” ({ $n }):
button-wish-decline-sure = Turn it down
wish-declined = Recorded: “{ $typed }” is not added. The reason goes to { $n }.

wish-answer-added = added
wish-answer-named = its other name was shown
wish-answer-declined = turned down

problem-wish-gone = Nobody waits for this name any more: the registration that wanted it was sent or dropped. Nothing is left to do.
problem-wish-answered = This wish was answered before: { $outcome }, { $at }. Nothing is left to do.
problem-wish-answered-by = Your colleague { $by } has answered this wish: { $outcome }, { $at }. Nothing is left to do.
problem-wish-answered-by-you = Your answer was recorded before: { $outcome }, { $at }. Nothing is left to do.

## Whoever waited goes on

wish-take = “{ $office }” is in the list now; please choose it.
wish-there = This name is in the list: “{ $office }”. Please choose it.
wish-take-again = Your half-filled registration is here; please choose from the list or type another part of the name.
wish-chosen-already = You have chosen something else meanwhile and nothing was changed. The registration goes on where it was.
wish-draft-gone = The registration that waited is not half-filled any more: it was sent or dropped. How things stand is shown below.
button-wish-take-union = Choose the union
button-wish-take-county = Choose the county
