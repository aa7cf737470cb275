# Order registration: the verdict, and the expert's look-up.

source-letter = letter { $number }, { $date }, { $part }
source-setting = setting of { $scope }, { $from }
source-country = the country
source-default = Behinyar's default setting

verdict-heading = Order registration of { $unit }, today { $today }:
verdict-remedies = This would change the result:
verdict-remedy-line = { $n }. { $text }
verdict-with-waiting = If the waiting months are confirmed, the conditions are met ⏳
verdict-reasons = Reasons:
verdict-reason-line = { $n }. { $text } ({ $source })
verdict-spans = The past months:
verdict-span = { $months } months: { $confirmed } confirmed ✅ { $waiting } waiting ⏳ { $missing } not there ⬜
verdict-closing =
    For this review there is no need of production documents or of a letter of the union.
    This result rests on what is recorded in Behinyar; Behinyab's own record decides.

look-up =
    Look up a unit in { $office }
    Write one of the unit's ids: national code, legal id, guild id, business id, tracking code, unique licence id, licence number or receipt code.
    Example: <code>BY-7K4M-92QF</code>
look-up-not-text = The look-up wants a written id, not { $came }. Example: 0012345679
look-up-papers =
    This letter asks to seriously avoid taking images or paper copies of licences: { $source }.
    What you sent was not kept. The unit's licence and figures stand on its card.
look-up-nothing = No unit of your province has this id. Please read the digits again, or write another id of the same unit.
look-up-several = Several units have this id; please choose one.
look-up-line = { $unit } · { $union } · { $county }
button-look-up-another = Another look-up
button-expert-months = Monthly figures

expert-heading =
    { $unit }
    { $union } · { $county } · class { $class }
    Registration: { $state }. Today { $today }:
expert-closing = This card is all that the review needs; no document and no letter of the union is needed ({ $source }).
expert-months = Months of { $unit }, the newest first:
expert-month = { $month }: { $state } · employees { $employees }
expert-confirmed = Confirmed by { $by } on { $at }
expert-line = { $product }: made { $made } · sold { $sold } · { $value }
