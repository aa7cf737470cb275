# Offices and people: one's role, the offices below, invitations, taking roles back, absence, a unit's delegates.

## The page of a role, an office and its people

role-page =
    { $office }
    Your role: { $role }
office-heading = { $office } · { $kind }
office-nobody = Nobody holds a role in this office yet ⬜
office-member = { $name } · { $role } · since { $since }
office-member-away = { $name } · { $role } · away until the end of { $until }; in that place: { $stand-in }
offices-below = Offices below { $office }:
offices-none = No office is recorded here yet. Ask the provincial organisation to add it.
offices-none-can-add = No office is recorded here yet. Add it with the button below.
offices-search = Write a part of the name of the office, chamber or union. Example: shoemakers
offices-found = The names of these offices contain “{ $typed }”:
offices-found-more = There are more; write a longer part of the name.
offices-not-found = No office below yours has “{ $typed }” in its name. Write a shorter part of the name.

button-office-people = Office and people
button-offices-below = Offices below
button-office-line = { $office } · { $kind }
button-office-line-empty = { $office } · { $kind } ⬜
button-search-offices = Search an office
button-search-again = Search again
button-open-invitations = Open invitations
button-absence = Absence, stand-in
button-lay-down = Lay the role down

## Adding an office

add-office-ask-kind = What is added to { $where }?
add-office-ask-name-county =
    Write the county's name; it is added to { $where }.
    Example: Rey
add-office-ask-name-union =
    Write the union's name as it stands on licences; it is added to { $where }.
    Example: Shoemakers' union of Rey
add-office-ask-name-chamber =
    Write the name of the chamber of guilds; it is added to { $where }.
    Example: Chamber of guilds of Rey
add-office-ask-name-commission =
    Write the name of the supervision commission; it is added to { $where }.
    Example: Supervision commission of Rey
add-office-field-kind = Kind
add-office-field-name = Name
add-office-summary = To be added to { $where }:
office-added = “{ $office }” was added to { $where } ✅ Now invite its people.
button-add-office = Add an office
button-add-another = Add another
button-record-office = Add

## Inviting

invite-heading = Invitation: { $what }
invite-ask-role = To which role in { $where } do you invite?
invite-ask-name =
    Write first and last name of whom you invite; colleagues see this name.
    Example: Narges Nemouneh
invite-ask-phone =
    Write the person's mobile number, so that only its holder can accept. If you do not know it, leave this question out.
    Example: 09120000000
invite-field-role = Role
invite-field-name = Name
invite-field-phone = Mobile number
invite-summary = Invitation: { $what }. If this is right, make the link.
invitation-made =
    The invitation of { $name } is made: { $what }.
    Copy the link with the button of that person's messenger and send it to that person alone. If the link does not open, this code can be written in Behinyar:
    { $code }
    It holds until { $at } and serves once. Link and code are not shown again; if they are lost, withdraw this invitation and make another.
invitation-bound = Only the holder of the number that you wrote can accept it.
invitation-unbound = It is bound to no number: the first who opens it can accept.
button-invite = Invite a colleague
button-invite-another = Invite another
button-make-invitation = Make the invitation
button-no-phone = Without a number
button-copy-link-telegram = Link for Telegram
button-copy-link-bale = Link for Bale

invitations-open = Open invitations, not accepted yet:
invitations-none = You have no open invitations. You can invite colleagues from each office's page.
invitation-line = { $name } · { $what } · until { $at } ⏳
invitation-withdrawn = The invitation of { $name } is withdrawn; its link and code are worth nothing now.
button-withdraw-of = Withdraw · { $name }

invitation-what-office = { $where }
invitation-what-role = the role “{ $role }” in { $where }
invitation-what-delegate = delegate of “{ $where }”
invitation-what-stand-in = standing in as “{ $role }” in { $where }

## Taking an invitation

invitation-ask-code =
    Write the invitation code of twelve characters; dashes and capitals do not matter.
    Example: ABCD-EFGH-JKMN
invitation-offer-role =
    { $by } invites { $name }:
    the role “{ $role }” in { $where }
    If you accept, you act in this role from this moment on, and all you do is recorded with your name and role.
invitation-offer-delegate =
    { $by } invites { $name }:
    delegate of the unit “{ $where }”
    A delegate fills in the unit's months and sees its page and its standing for order registration. The registration and inviting others stay with the owner.
invitation-offer-stand-in =
    { $by } invites { $name }:
    to stand in as “{ $role }”, { $where }
    Until the end of { $until } you act in that person's place, and each decision says so.
invitation-expires = This invitation holds until { $at }.
invitation-accepted-role = You accepted ✅ From now on this is yours: { $what }.
invitation-accepted-delegate = You accepted ✅ From now on this is yours: { $what }.
invitation-declined = You declined; this link is worth nothing now.
button-accept = Accept
button-decline = Decline
button-begin = Begin
button-open-unit = The unit's page

## Taking roles back

revoke-ask =
    Take the role “{ $role }” in { $office } from { $name }?
    It ends at once: earlier buttons stop working too, and whoever stands in for this role stops. The person is told.
role-revoked = The role “{ $role }” was taken from { $name }, who is told.
lay-down-ask =
    Lay the role “{ $role }” in { $office } down?
    It ends at once and comes back by a new invitation only. What you have decided stays as it is.
role-laid-down = You laid that role down.
button-revoke-of = Take back · { $name }
button-revoke-sure = Yes, take it back
button-lay-down-sure = Yes, lay it down

## Absence

absence-until =
    Until which day shall somebody stand in for “{ $role }” in { $office }? Write the last day in the Jalali calendar; it holds until that day's end.
    Example: 1405/10/01
absence-last = The farthest day that can be written today is { $last }.
absence-not-text = The last day is to be written.
absence-which-role = For which of your roles shall somebody stand in?
absence-no-role = To name a stand-in you must hold a role in an office. Roles are given by invitation.
absence-who = Who shall act as “{ $role }” in your place until the end of { $until }?
absence-who-nobody = Nobody else in { $office } holds the role “{ $role }”. Invite somebody to act in your place until the end of { $until }.
absence-limits = A stand-in does all the work of this role, except giving and taking others' roles; decides nothing about your own unit; and names no further stand-in.
absence-set = Until the end of { $until } in your place: { $stand-in } ✅ The stand-in is told, and each decision says that it was made in your place. When you are back, end it here.
absence-ended = Standing in for { $holder } has ended; its earlier buttons stop working.
button-end-absence = End standing in
button-invite-stand-in = Invite somebody else

## A unit's delegates

home-unit-delegate = You are this unit's delegate: the months are yours to fill in; the registration is its owner's.
delegates = Your unit's delegates:
delegates-none = This unit has no delegate yet.
delegates-limits = A delegate fills in the months with a number of the own and sees the unit's page and its standing for order registration; neither sees nor changes the registration; invites nobody. Give your Behinyab password to nobody, not to a delegate either.
delegate-line = { $name } · since { $since }
delegate-end-ask = Shall { $name } be delegate no longer? Access to this unit ends at once; the months already sent stay as they are.
delegate-ended = { $name } is delegate no longer.
leave-unit-ask = Lay down being the delegate of { $unit }? After that you can come back only by a new invitation of the owner.
unit-left = You are no longer delegate of { $unit }.
button-delegates = Unit's delegates
button-invite-delegate = Invite a delegate
button-end-delegate = End · { $name }
button-end-delegate-sure = Yes, end it
button-leave-unit = Lay it down
button-leave-unit-sure = Yes, lay it down

## Refusals: invitations

problem-invitation-not-a-code = No invitation code was read from “{ $got }”; a code has { $wanted } Latin letters and digits. Copy it from the message of whoever invited you; example: ABCD-EFGH-JKMN
problem-invitation-unknown = No invitation has this code. Compare it character by character with the sender's message and write it again; tries left this hour: { $left }.
problem-invitation-too-many = Within the last hour { $most } wrong codes were written from this account. Write it again in an hour, or ask the sender for a new link.
problem-invitation-used = Somebody else has accepted this invitation; each serves once. Ask the sender for a new one.
problem-invitation-used-by-you = You have accepted this invitation already ✅ Nothing is left to do.
problem-invitation-declined = This invitation was declined. If that has changed, ask the sender for a new one.
problem-invitation-withdrawn = The sender has withdrawn this invitation. If you should have it, ask for a new one.
problem-invitation-expired = This invitation held until { $at }. Ask the sender for a new one.
problem-invitation-own = You made this invitation yourself. Send its link or code to whom you invite.
problem-invitation-for-another = This invitation is bound to another mobile number. If your number has changed, ask the sender for a new one with your present number.
problem-invitation-inviter-gone = Whoever invited to “{ $by }” can no longer give it: the role or the matter has ended. Ask that office or unit for a new invitation.
problem-invitation-held = You hold this in “{ $what }” already ✅ Nothing is left to do.
problem-invitation-own-union = A union's approver is no delegate of that union's units, so that nobody confirms figures that they filled in themselves. Lay one of the two down first.
problem-invitation-over = This invitation is open no longer: it was accepted, declined or withdrawn, or its time is over. The present list is below.

## Refusals: absence and roles

problem-absence-past = The day that you wrote ({ $day }) is over. Write today or a later day; example: 1405/10/01
problem-absence-too-far = The day that you wrote ({ $day }) is too far; somebody can stand in for { $most } days at a time. Write a day until { $last }; after that you can name it anew.
problem-absence-begun = Somebody stands in for this role until { $day }. End that first, then write again.
problem-absence-stands-in = You hold this role in another's place; a stand-in names no further stand-in. Ask the holder.
problem-absence-no-colleague = This colleague no longer holds the same role in the office. Write the last day again and choose somebody else.
problem-absence-colleague-away = { $name } is away until { $day }. Write the last day again and choose somebody else.
problem-absence-over = This has ended already. Nothing is left to do.
problem-role-over = This role has ended already. The present list is below.
problem-last-operator = This is the last operator of Behinyar, and without one nobody could give the first roles; nothing was changed. Invite another operator first.
