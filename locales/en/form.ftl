# The form engine's own words.

form-progress = Question { $n } of { $of }:
form-answered = Present answer: { $value }
form-line = { $label }: { $value }
form-line-empty = { $label }: not given
form-edit = Which part would you like to edit?
form-kept = Your answers are kept; go on whenever you like, here or on the other messenger.
form-closed = This form was closed before. What holds now is shown below.
form-use-buttons = Please choose one of the options below; what you wrote was not recorded.
form-not-text = This question wants text, not { $came }. Please write the answer.
form-not-pick = This question wants one of the options below, not { $came }.
form-not-location = This question wants a location, not { $came }. Please press “Send location”.
form-nothing-found = Nothing was found for “{ $typed }”. Please write a shorter part of the name, for example: shoe

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
