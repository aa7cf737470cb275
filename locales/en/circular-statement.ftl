# The closing statement of a circular as a sheet.

statement-preparing = The closing statement is being prepared ⏳ Its file comes here in a moment.
statement-ready =
    The closing statement of circular { $number } is ready.
    Each row is an office and the last one the sum; the file's second sheet says what the columns mean.
statement-so-far =
    The statement of circular { $number } up to this moment is ready; sending has not come to its end.
    Each row is an office and the last one the sum; the file's second sheet says what the columns mean.
statement-refused = The statement was not prepared. { $text }
button-statement = Statement as a file

statement-file = Closing statement { $number }
statement-sheet = Closing statement
statement-sum = Sum
statement-about = About
statement-about-what = What
statement-about-value = Value
statement-about-number = Number of the circular
statement-about-subject = Subject
statement-about-state = State
statement-about-at = Time of this statement
statement-about-planned = All recipients
statement-about-balance = Balance
statement-balanced = It balances: the rows make up all recipients.
statement-not-balanced = It does not: there are { $planned } recipients and the lines show { $found }. Please send this file to support.

statement-column-level = Level
statement-column-province = Province
statement-column-office = Office
statement-column-planned = Recipients
statement-column-sent = Sent
statement-column-acknowledged = Acknowledged
statement-column-parked = Out of reach
statement-column-refused = Refused by the messenger
statement-column-uncertain = Uncertain
statement-column-withdrawn = Withdrawn
statement-column-held-back = Waits to be passed on
statement-column-on-the-way = In line to be sent
statement-hint-planned = Everybody whom this circular is for; the sum of the other columns without “Acknowledged”.
statement-hint-sent = The messenger has taken the message.
statement-hint-acknowledged = They tapped “I have read it”; part of the other columns, not added to them.
statement-hint-parked = They blocked the bot or have not started it; the message is sent when they come back.
statement-hint-refused = The messenger did not take the message.
statement-hint-uncertain = The messenger's answer was lost and nobody knows whether the message arrived. It is not sent again, so that it does not come twice.
statement-hint-withdrawn = Taken back before it was sent.
statement-hint-held-back = The office above has not passed it on yet.
statement-hint-on-the-way = Not sent yet; it will be.
