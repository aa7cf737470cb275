# Order registration: the verdict, and the expert's look-up.

source-letter = letter { $number }, { $date }, { $part }
source-circular = circular { $number }, { $date }, clause { $clause }
source-circular-whole = circular { $number }, { $date }
source-setting = setting of { $scope }, { $from }
source-country = the country
source-default = Behinyar's default setting

verdict-heading = Order registration of { $unit }, today { $today }:
verdict-remedies = This would change the result:
verdict-line = { $n }. { $text }
verdict-line-then-confirmed = { $n }. { $text } Then the union confirms it.
verdict-months-more = { $months } and { $n } more
verdict-with-waiting = If the waiting months are confirmed, the conditions are met ⏳
verdict-reasons = Reasons:
verdict-reason-line = { $n }. { $text } ({ $source }).
verdict-spans = The past months (confirmed ✅ waiting ⏳ not recorded or returned ⬜):
verdict-span = { $months } months: { $confirmed } ✅ { $waiting } ⏳ { $missing } ⬜
verdict-span-before-licence = { $months } months: { $confirmed } ✅ { $waiting } ⏳ { $missing } ⬜ and { $before } before the licence
verdict-closing = This result rests on what is recorded in Behinyar; Behinyab's own record decides.

look-up =
    Look up a unit in { $office }
    Write one of the unit's ids: national code, legal id, guild id, business id, Behinyab's tracking code, unique licence id, licence number or Behinyar's receipt code.
    Example: <code>BY-7K4M-92QF</code>
look-up-not-text = The look-up wants a written id, not { $came }. Example: 0012345679
look-up-papers =
    The { $source }, asks to seriously avoid taking images or paper copies of licences.
    What you sent was not kept. The licence's validity and the unit's figures stand on its card.
look-up-nothing = No unit of your province has this id. Please read the digits again, or write another id of the same unit.
look-up-several = Several units have this id; please choose one.
look-up-line = { $unit } · { $union } · { $county }
button-look-up-another = Another look-up
button-expert-months = Monthly figures

expert-heading =
    { $unit }
    { $union } · { $county } · class { $class }
    Registration: { $state } · today { $today }
expert-remedies = What the unit itself is told; nothing here is for the expert to do:
expert-months = Months of { $unit }, the newest first:
expert-month = { $month }: { $state } · employees { $employees }
expert-mark-late = late ⚠️
expert-mark-zero = zero ⏸
expert-confirmed = Confirmed by { $by } on { $at }
expert-line = { $product }: made { $made } · sold { $sold } · { $value }
