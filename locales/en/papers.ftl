# «I was asked for documents»: the report, those who read it, the figures of an office.

button-asked-for-papers = I was asked papers
button-papers-send = Send the report
button-papers-no-day = I do not remember

papers-sentence = Order registration is examined on the recorded production statistics alone; no document and no letter of the union is needed.
papers-clause-first-part = By { $source }, a unit's need is verified by production statistics alone.
papers-clause-second-part = { $source } asks that image or paper copies of licences be seriously avoided.
papers-no-unit = For this report a unit must be registered in your name. Please register your unit first. Until then, know that order registration rests on production statistics alone ({ $source }).
papers-unit = Which unit was this about?
papers-by =
    Who asked you for papers for an order registration?
    That office sees only how many reports there are, neither your name nor your words.
papers-by-union = { $office }
papers-by-county = county office of { $office }
papers-by-province = organisation of { $office }
papers-by-other = somewhere else
papers-office =
    Please write the name of that office (up to { $most } characters).
    Example: the county office of the next county
papers-what = What was asked for?
papers-words =
    If there is more to say, please write it (up to { $most } characters). Photos and files are not kept.
    If you do not want to be known, write no name and no address.
    Example: They said that without purchase invoices the case is not examined.
papers-words-wanted =
    What was asked for? Please write it in a sentence (up to { $most } characters). Photos and files are not kept.
    If you do not want to be known, write no name and no address.
    Example: They said to bring the workers' insurance certificate.
papers-day =
    On which day was that?
    Choose one, or write the date. Example: 1405/08/20
papers-today = today
papers-yesterday = yesterday
papers-named =
    May whoever reads the report know your name and your unit?
    If not, only your county is seen. With your name it is easier to look into.
papers-named-no = Do not tell my name
papers-named-yes = Tell my name
papers-label-unit = Unit
papers-label-by = Who asked
papers-label-office = Name of the office
papers-label-what = What was asked
papers-label-words = More
papers-label-day = Day
papers-label-named = Your name
papers-summary = Report “I was asked for papers”
papers-goes-to = This report goes to the provincial organisation and to the inspection. The named office sees only how many reports there are.
papers-goes-to-inspection = This report goes to the inspection. The provincial organisation sees only how many reports there are.
papers-sent =
    Your report is recorded and sent. Receipt code:
    { $code }
    You hear the outcome here.
papers-sent-unheard =
    Your report is recorded. No inspector is appointed yet; whoever is appointed sees it. Receipt code:
    { $code }

asked-by-union = { $office }
asked-by-county = county office of { $office }
asked-by-province = organisation of { $office }
asked-by-other = { $office }
asked-by-elsewhere = elsewhere
asked-for-documents = production documents
asked-for-union-letter = a letter of the union
asked-for-licence-copy = a copy of a licence
asked-for-visit = a visit
asked-for-other = something else
report-state-filed = waiting ⏳
report-state-seen = seen
report-state-settled = settled ✅
report-result-stopped = the request was withdrawn
report-result-office-told = the office was admonished
report-result-not-found = no such request was found
report-result-other-matter = the request was not about order registration

my-reports = Reports “I was asked for papers”:
my-reports-line = { $code } · { $at } · { $state }
my-report =
    Report “I was asked for papers”. Receipt code:
    { $code }
    { $at } · { $what } · { $state }
my-report-result = Outcome: { $result }

button-reports = Reports of papers
button-report-offices = By office
button-report-figures = Number of reports
button-report-seen = I have read it
button-report-settle = Record the outcome
button-result-stopped = Withdrawn
button-result-office-told = Office admonished
button-result-not-found = Not found
button-result-other-matter = Another matter
reports =
    Reports “I was asked for papers” · { $office }
    The oldest come first.
reports-none =
    Reports “I was asked for papers” · { $office }
    No report waits now ✅
report-line = { $code } · { $office } · { $what } · { $since } · { $state }
report-card =
    Report “I was asked for papers”. Receipt code:
    { $code }
    Asked by: { $office }
    Asked for: { $what } · day: { $day }
    { $state }
report-writer-hidden = The writer does not want to be named · county of { $county }
report-writer-unit = Writer: owner of { $unit } · county of { $county }
report-writer = Writer: { $name } · { $unit } · county of { $county }
report-seen-done = It is recorded that you have read the report; its writer hears of it.
report-ask-result =
    What came of this report? Its writer hears just that. Receipt code:
    { $code }
report-settled-done = The outcome is recorded, and the writer hears of it ✅
report-offices = Reports of the last twelve months by office · { $office }
report-offices-none = No report in the last twelve months · { $office }
report-office-line = { $office }: { $n }
report-figures =
    Reports of the last twelve months that named { $office }.
    Only their number is told; the inspection reads the reports.
report-figures-none = No report of the last twelve months named { $office } ✅
report-figure = { $month }: { $n } reports
report-figure-few = { $month }: fewer than { $floor } reports

problem-report-not-yours = This report is not yours, or your role reads none; nothing was done. See your own reports under “My tickets”.
problem-report-expert = Whoever examines order registrations sees these reports in no role, so that their writers are safe.
problem-report-same-day = This unit has reported the same office for the same day: { $receipt }. If it was another day, tap “Edit” and mend the day.
problem-report-words-missing = What was asked for is not written. Please write it in a sentence (up to { $most } characters). Example: they wanted an insurance certificate.
problem-report-office-missing = The office is not named. Please write its name (up to { $most } characters). Example: the county office of the next county
problem-report-future = This day has not come yet; today is { $today }. Please write the day on which papers were asked for.
problem-report-before-letter = This day is before letter 60/310637, which is dated { $from }. Please write a later day.
problem-report-moved-on = This report has changed since the button was shown; nothing was done. See below how it stands.

notice-papers-reported =
    A new report from { $province }: “{ $what }” was asked for an order registration ⚠️
    { $clause }
    Receipt code: { $code }
notice-report-seen = The inspection has read your report; you hear the outcome here. Receipt code: { $code }
notice-report-settled = Your report was looked into ✅ Outcome: { $result }. Receipt code: { $code }
button-report = See the report
