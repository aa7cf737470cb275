# Circulars: what many are told at once, and what is said to those who send it.

## What a recipient reads

notice-circular =
    Circular { $number } · { $date }
    From { $office }
    Subject: { $subject }
notice-circular-urgent =
    Urgent circular { $number } · { $date } ⚠️
    From { $office }
    Subject: { $subject }
notice-circular-corrects = This circular takes the place of circular { $number }, which you got before and which was withdrawn.
notice-circular-more = Circular { $number } goes on, part { $page } of { $pages }:
notice-circular-text = { $text }
notice-circular-goes-on = Part { $page } of { $pages }; it goes on in the next message.
notice-circular-file-comes = The attachment of this circular comes in the next message.
notice-circular-file = Attachment of circular { $number }
notice-circular-file-lost = The messenger did not take the attachment of circular { $number }, and it was not sent. You may ask for it in “Circulars” on the main menu.
notice-circular-read = When you have read it, please tap “I have read it”.
button-acknowledge = I have read it
circular-acknowledged =
    That you have read circular { $number } is recorded ✅
    Recorded: { $at }

## What its author hears

notice-circular-stopped =
    Sending of circular { $number } has stopped ⚠️
    Of the first { $tried } recipients { $faults } were not reached; the limit that was set is { $most } per cent.
    Nobody else has been told. Look at those who were not reached, then go on or withdraw it.
notice-circular-stopped-midway =
    Sending of circular { $number } has stopped midway ⚠️
    Of the last { $tried } recipients { $faults } were not reached; the limit that was set is { $most } per cent.
    Nobody else has been told. Look at those who were not reached, then go on or withdraw it.
notice-circular-ended =
    Sending of circular { $number } has ended.
    Recipients in all: { $planned }
    Sent: { $sent } · out of reach: { $parked } · declined by the messenger: { $refused } · uncertain: { $uncertain } · withdrawn: { $withdrawn }
    These numbers make up the number of recipients. Uncertain means that the messenger's answer was lost; the operator sees their names.

## Names

circular-class-ordinary = ordinary
circular-class-urgent = urgent
circular-state-draft = draft
circular-state-planning = recipients are being listed
circular-state-trying = being tried
circular-state-sending = being sent
circular-state-done = ended
circular-state-withdrawn = withdrawn
circular-passing-at-once = at once, by the issuing office
circular-passing-by-hand = level by level, each office passes it on
circular-passing-by-itself = level by level, by itself
level-national = national offices
level-province = provincial organisations
level-county = county offices
level-commission = supervision commissions
level-chamber = chambers of guilds
level-union = unions
level-unit = guild units
level-nobody-yet = without unit and role
pause-reason-by-hand = stopped by you or a colleague
pause-reason-many-faults = stopped because many were not reached
pause-reason-trial-failed = stopped after the trial

## Refusals

problem-circular-unknown = This circular was not found in Behinyar, or was not sent to you. Go on from the main menu.
problem-circular-out-of-reach = A circular of your office does not reach “{ $name }”. Choose offices below your own.
problem-circular-number-missing =
    A circular wants a number; what you wrote has no digit or is longer than 60 characters. Write it as it stands on the letter.
    Example: 60/227210
problem-circular-number-taken = The number { $number } is already that of “{ $subject }”. Compare it with the letter, or open that circular.
problem-circular-date-ahead = The date { $date } is still to come. Write the date that stands on the letter.
problem-circular-text-too-long = This text makes { $got } messages, and no more than { $most } are sent. Shorten it and put the rest into the attachment.
problem-circular-too-many-clauses = This text has { $got } clauses; a circular has at most { $most }. Join short clauses, or write the rest in another circular.
problem-circular-no-audience = Nobody was found with these choices, and nothing was sent. Take back one of the conditions.
problem-circular-own-release = You wrote this circular yourself; another colleague with the same authority releases it. Nothing was sent; tap “Ask for release”.
problem-circular-schedule-past = The time { $at } has passed. Write one to come, or choose “now”.
problem-circular-schedule-too-far = The time { $at } is more than a year away. Write a nearer one.
problem-circular-wrong-state = This is not done while the circular is in its present state ({ $state }); nothing was changed. Open it again from “Circulars”.
problem-circular-paused = Sending of this circular was stopped before; nothing needs to be done. To send the rest, tap “Go on”.
problem-circular-not-paused = Sending of this circular is not stopped; nothing needs to be done.
