# The library: circulars and letters, found and read.

library =
    Circulars and letters, the newest first.
    To read one, tap the button that bears its number.
library-older = Earlier circulars and letters:
library-circular = Circular { $number }
library-letter = Letter { $number }
library-line =
    { $n }. { $named } · { $date }
    { $office }: { $subject }
library-line-withdrawn =
    { $n }. { $named } · { $date } · withdrawn ⚠️
    { $office }: { $subject }
library-heading =
    Circular { $number } · { $date }
    From { $office }
    Subject: { $subject }
library-heading-urgent =
    Urgent circular { $number } · { $date } ⚠️
    From { $office }
    Subject: { $subject }
library-withdrawn = This circular was withdrawn and no longer holds ⚠️ Its text stays for you, since you received it.
library-withdrawn-text = This circular was withdrawn and its text is not shown ⚠️
library-corrected-by = Circular { $number } corrects it.
library-corrects = This circular corrects circular { $number }.
library-page = Page { $page } of { $pages }:
library-text = { $text }
library-acknowledged = You said on { $at } that you read it ✅
library-letter-heading =
    Letter { $number } · { $date }
    From { $sender } to { $receiver }
    Subject: { $subject }
    Each part, in Behinyar's words:
library-letter-part = { $part }: { $text }

button-library-open = { $n }. { $number }
button-library-other = Circular { $number }
