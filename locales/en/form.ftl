# The form engine's own words.

form-progress = Question { $n } of { $of }:
form-answered = Present answer: { $value }
form-line = { $label }: { $value }
form-line-empty = { $label }: not given
form-example = Example:
form-edit = Which part would you like to edit?
form-kept = Your answers are kept; go on whenever you like, here or on the other messenger.
form-closed = This form was closed before. What holds now is shown below.
form-use-buttons = Please choose one of the options below; what you wrote was not recorded.
form-not-text = This question wants text, not { $came }. Please write the answer.
form-not-pick = This question wants one of the options below, not { $came }.
form-not-location = This question wants a location, not { $came }. Please press “Send location”.
form-nothing-found = Nothing was found for “{ $typed }”. Please write a shorter part of the name, or see the whole list.
form-forward = A forwarded message is not taken as an answer; nothing of it was recorded. Please write or send the answer yourself.

form-remark = Part: { $field }. Reason: { $reason }.
form-remark-of = Part: { $field }, { $product }. Reason: { $reason }.
form-remark-note = The reviewer's note: { $note }
form-mended = mended ✅
form-not-mended = not mended yet ⚠️
form-send-so = What the union asked for is still as you sent it before. If it is right, send it so; otherwise mend it first.
form-drop = The answers that you wrote in this form will be deleted for good. What you sent before stays as it was. Delete them?
form-dropped = The form was closed and its answers were deleted.

button-drop = Give up
button-drop-answers = Yes, delete them
button-keep-answers = No, go on
button-mend-first = I will mend it
button-send-so = Send it so
button-whole-list = The whole list

came-voice = a voice message
came-sticker = a sticker
came-photo = a photo
came-document = a file
came-video = a video
came-audio = an audio file
came-contact = a contact
came-location = a location
came-animation = an animation
came-other = this kind of message
