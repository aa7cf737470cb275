# The registration campaign: boards of coverage, the unions' invitations, those who are missing.

button-coverage = Coverage
button-campaign-plan = Set the first day
button-campaign-move = Move the first day
button-campaign-set = Set this day
button-campaign-link = Invite units
button-campaign-picture-telegram = Telegram picture
button-campaign-picture-bale = Bale picture
button-campaign-missing = Not registered
button-campaign-list = Add to the list
button-campaign-add = Put on the list
button-campaign-drop = Take off the list
button-campaign-drop-yes = Yes, take it off
button-campaign-join = Register the unit
button-campaign-unit = See the unit
button-campaign-take = Yes, this union
button-campaign-keep = Go on unchanged

campaign-heading = Registration · { $office }
campaign-country = Registration · the country
campaign-not-planned = The first day of registration is not set in this province yet ⬜
campaign-term-ahead = Registration begins on { $starts } and is due by the end of { $deadline } ({ $source }).
campaign-term = Registration began on { $starts } and is due by the end of { $deadline } (days left: { $days }; { $source }).
campaign-term-over = Registration was due from { $starts } to { $deadline } ({ $source }). It stays open and is marked late.
campaign-nobody = No unit has registered and nobody is on a list yet ⬜
campaign-figures = Registered: { $registered } of { $expected } ({ $rate } per cent) · not registered: { $missing }
campaign-late = Of the registered, so many came late ⚠️ { $n }
campaign-below = In detail:
campaign-line = { $office }: { $registered } of { $expected } · { $rate } per cent
campaign-line-late = { $office }: { $registered } of { $expected } · { $rate } per cent · late: { $late }
campaign-line-empty = { $office }: no registration yet ⬜
campaign-listed = The union's list has { $n } members. Those who came by your link or chose this union in the form are counted too.
campaign-no-list = The union has not given a list of its production units yet; until then only those who came to the bot are counted, and these figures do not speak for all units.

## Setting the first day

campaign-field-start = First day
campaign-field-note = Reason
campaign-ask-start =
    On which day does registration begin in { $office }?
    The month for registering is counted from this day; the letter does not name it. Please write year, month and day of the Jalali calendar. Example: 1405/09/15
campaign-ask-note =
    This day has passed. Why does the term begin on it?
    Please write one sentence for the record. Example: The counties were told in writing on that day.
campaign-preview-before = Now: from { $starts } to the end of { $deadline }.
campaign-preview =
    { $office }: registration begins on { $starts } and is due by { $deadline }.
    Unions of the province: { $unions } · units registered so far: { $registered }
    The unions are told: on the first day, or these days if it has passed.
campaign-preview-kept = Whoever was on time before stays on time.
campaign-preview-forgiven = So many units lose their mark of lateness: { $n }.
campaign-set = The first day is set ✅ Registration runs from { $starts } to the end of { $deadline }.

problem-campaign-too-far = { $got } is more than a year ahead. Please write a day up to { $most }.
problem-campaign-too-early = { $got } lies before letter 60/227210 ({ $least }). Please write a later day.
problem-campaign-same-day = The term begins on { $got } already; nothing would change. If you want another day, please write it.
problem-campaign-note-missing = { $got } has passed and is not set without a reason. Please write one sentence. Example: The counties were told in writing on this day.
problem-campaign-moved-since = A colleague has just moved the first day ({ $got }). Please write the day again, so that you see the changes right.

## The invitation

campaign-invitation =
    Invitation of { $office }
    Copy the link with the button and send it to the units, or print its picture. Whoever comes by it finds province, county and union filled in.
campaign-code =
    If the link does not open, this code can be written to the bot:
    { $code }
campaign-picture =
    Invitation of { $office } to register in Behinyar ({ $messenger })
    Read this picture with the phone's camera, or write this code to the bot:
    { $code }

problem-union-link-unknown = This link or code leads to no union; it may have been cut on its way, or the union is no longer in the list. Please ask the union for a new link or register without it.

campaign-begin = The invitation of { $office } has arrived. Province { $province }, county { $county } and the union are filled in; you can change them at the end.
campaign-own-link = This is the invitation of { $office }, in which you have a role. Please send it to the units.
campaign-already =
    Your unit “{ $unit }” is registered with { $office }: { $state }
    Nothing is needed. If you have another workshop, please register it separately.
campaign-in-form = The invitation of { $office } has arrived. Your half-filled form is kept; which would you like to do now?
campaign-half-other = Your half-filled registration is for { $other }, and this link is for { $office }. Shall the union be changed? All other answers stay.
campaign-half-none = Your half-filled registration is kept. This link is for { $office }; shall this union be put into it?

## Who is missing

campaign-missing = Not registered · { $office }
campaign-missing-none = In { $office } nobody that we know of is left to register ✅
campaign-member = { $title } · { $phone } · { $marks }
campaign-member-untitled = Number { $phone } · { $marks }
campaign-half = registration half filled in ⏳
reachability-reachable = can be reached
reachability-blocked = has blocked the bot ⚠️
reachability-never = cannot be reached ⚠️
campaign-member-listed = Is on the union's list.
campaign-member-came = Came to the bot and knows this union.
campaign-can-reachable = Gets the reminders before the term ends.
campaign-can-blocked = Has blocked the bot, so our messages do not arrive. Please call.
campaign-can-never = Has not opened the bot yet, and no messenger lets us write first. Please send the invitation yourself or call.
campaign-member-gone = This one is not among the missing any more: registered, or taken off the list.
campaign-drop-sure = Take it off the list? If the unit registers by itself it is taken as always.
campaign-member-dropped = Taken off the list.

## The list of the expected

campaign-field-list = List
campaign-ask-list =
    Please write the production units of { $office } that should register, one a line: the unit's name and the mobile number.
    The list shows who is missing, and reminders go to these alone. Numbers are kept sealed and shown masked. Up to { $most } lines in one message. Example: Sarv Shoes 09120000000
campaign-list-counted = { $n } members
campaign-list-read = Members read from your message: { $n }
campaign-list-line = { $title } · { $phone }
campaign-list-line-untitled = without a name · { $phone }
campaign-list-more = and { $n } more
campaign-list-bad = These lines ({ $n }) could not be read and are left out; please send them again, mended, once the others are on the list:
campaign-list-bad-line = line { $n }: { $why }
campaign-line-member-no-phone = has no number
campaign-line-member-bad-phone = no right mobile number; example: 09120000000
campaign-line-member-twice = its number stands in another line too
campaign-list-added = The list is written ✅ new: { $new } · on it before: { $known } · registered among them: { $registered }

problem-member-no-lines = No line of your message holds a mobile number. Each line needs the unit's name and the number. Example: Sarv Shoes 09120000000
problem-member-too-many = Your message has { $got } lines; up to { $most } are read from one message. Please send it in several.
problem-member-no-phone = This line has no number. Please write the unit's name and the mobile number. Example: Sarv Shoes 09120000000
problem-member-bad-phone = The number in this line is no mobile number. Example: Sarv Shoes 09120000000
problem-member-twice = The number of this line stands in another one too. Please delete one of them.
problem-member-not-listed = This one is not on the list; a colleague may have taken it off. Please look at the list as it is now.
