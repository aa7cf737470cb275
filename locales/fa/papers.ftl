# «I was asked for documents»: the report, those who read it, the figures of an office.

button-asked-for-papers = از من مدرک خواستند
button-papers-send = فرستادن گزارش
button-papers-no-day = یادم نیست

papers-sentence = بررسی ثبت سفارش فقط بر پایهٔ آمار تولید ثبت‌شده است؛ به ارائهٔ مدرک یا نامهٔ اتحادیه نیازی نیست.
papers-clause-first-part = بنا بر { $source }، نیاز واحد فقط با آمار تولید احراز می‌شود.
papers-clause-second-part = در { $source } خواسته شده است که از دریافت تصویر یا نسخهٔ فیزیکی مجوز جداً پرهیز شود.
papers-no-unit = برای این گزارش باید واحدی به نام شما ثبت شده باشد. نخست واحد خود را ثبت کنید. تا آن زمان بدانید که بررسی ثبت سفارش فقط بر پایهٔ آمار تولید است ({ $source }).
papers-unit = این درخواست دربارهٔ کدام واحد بود؟
papers-by =
    چه کسی برای ثبت سفارش از شما مدرک خواست؟
    آن اداره فقط شمار گزارش‌ها را می‌بیند، نه نام شما و نه نوشتهٔ شما را.
papers-by-union = { $office }
papers-by-county = ادارهٔ صمت { $office }
papers-by-province = سازمان صمت { $office }
papers-by-other = جای دیگر
papers-office =
    نام آن اداره یا سازمان را بنویسید (تا { $most } نویسه).
    نمونه: ادارهٔ صمت شهرستان همسایه
papers-what = چه خواستند؟
papers-words =
    اگر توضیحی دارید، بنویسید (تا { $most } نویسه). عکس و فایل نگه داشته نمی‌شود.
    اگر نمی‌خواهید شناخته شوید، نام و نشانی ننویسید.
    نمونه: گفتند بدون فاکتور خرید، پرونده بررسی نمی‌شود.
papers-words-wanted =
    چه خواستند؟ در یک جمله بنویسید (تا { $most } نویسه). عکس و فایل نگه داشته نمی‌شود.
    اگر نمی‌خواهید شناخته شوید، نام و نشانی ننویسید.
    نمونه: گفتند گواهی بیمهٔ کارگران را بیاورید.
papers-day =
    این درخواست چه روزی بود؟
    یکی را انتخاب کنید یا تاریخ را بنویسید. نمونه: ۱۴۰۵/۰۸/۲۰
papers-today = امروز
papers-yesterday = دیروز
papers-named =
    نام شما و واحدتان به خوانندهٔ گزارش گفته شود؟
    اگر نه، فقط شهرستان شما را می‌بیند. با نام شما رسیدگی آسان‌تر است.
papers-named-no = نامم گفته نشود
papers-named-yes = نامم گفته شود
papers-label-unit = واحد
papers-label-by = درخواست‌کننده
papers-label-office = نام اداره
papers-label-what = درخواست
papers-label-words = توضیح
papers-label-day = روز
papers-label-named = نام شما
papers-summary = گزارش «از من مدرک خواستند»
papers-goes-to = این گزارش به سازمان صمت استان و بازرسی می‌رود. ادارهٔ نام‌برده فقط شمار گزارش‌ها را می‌بیند.
papers-goes-to-inspection = این گزارش به بازرسی می‌رود. سازمان صمت استان فقط شمار گزارش‌ها را می‌بیند.
papers-sent =
    گزارش شما ثبت و فرستاده شد. کد پیگیری:
    { $code }
    نتیجه را همین‌جا خبر می‌دهیم.
papers-sent-unheard =
    گزارش شما ثبت شد. هنوز بازرسی معرفی نشده است؛ هر زمان معرفی شود، گزارش را می‌بیند. کد پیگیری:
    { $code }

asked-by-union = { $office }
asked-by-county = ادارهٔ صمت { $office }
asked-by-province = سازمان صمت { $office }
asked-by-other = { $office }
asked-by-elsewhere = جاهای دیگر
asked-for-documents = مدارک تولید
asked-for-union-letter = نامهٔ اتحادیه
asked-for-licence-copy = تصویر پروانه یا مجوز
asked-for-visit = بازدید
asked-for-other = چیز دیگر
report-state-filed = در انتظار ⏳
report-state-seen = دیده شد
report-state-settled = رسیدگی شد ✅
report-result-stopped = درخواست مدرک پس گرفته شد
report-result-office-told = به اداره تذکر داده شد
report-result-not-found = چنین درخواستی پیدا نشد
report-result-other-matter = درخواست برای ثبت سفارش نبود

my-reports = گزارش‌های «از من مدرک خواستند»:
my-reports-line = { $code } · { $at } · { $state }
my-report =
    گزارش «از من مدرک خواستند». کد پیگیری:
    { $code }
    { $at } · { $what } · { $state }
my-report-result = نتیجه: { $result }

button-reports = گزارش‌های مدرک
button-report-offices = به تفکیک اداره
button-report-figures = شمار گزارش‌ها
button-report-seen = دیدم
button-report-settle = ثبت نتیجه
button-result-stopped = پس گرفته شد
button-result-office-told = تذکر داده شد
button-result-not-found = پیدا نشد
button-result-other-matter = ثبت سفارش نبود
reports =
    گزارش‌های «از من مدرک خواستند» · { $office }
    قدیمی‌ترین‌ها نخست می‌آیند.
reports-none =
    گزارش‌های «از من مدرک خواستند» · { $office }
    اکنون گزارشی در انتظار رسیدگی نیست ✅
report-line = { $code } · { $office } · { $what } · { $since } · { $state }
report-card =
    گزارش «از من مدرک خواستند». کد پیگیری:
    { $code }
    درخواست‌کننده: { $office }
    درخواست: { $what } · روز: { $day }
    { $state }
report-writer-hidden = نویسنده خواسته است نامش گفته نشود · شهرستان { $county }
report-writer-unit = نویسنده: صاحب { $unit } · شهرستان { $county }
report-writer = نویسنده: { $name } · { $unit } · شهرستان { $county }
report-seen-done = ثبت شد که گزارش را دیده‌اید؛ نویسنده خبر می‌گیرد.
report-ask-result =
    نتیجهٔ این گزارش چه شد؟ نویسنده همین نتیجه را می‌شنود. کد پیگیری:
    { $code }
report-settled-done = نتیجه ثبت شد و نویسنده خبر می‌گیرد ✅
report-offices = گزارش‌های دوازده ماه گذشته به تفکیک اداره · { $office }
report-offices-none = در دوازده ماه گذشته گزارشی ثبت نشده است · { $office }
report-office-line = { $office }: { $n }
report-figures =
    گزارش‌هایی که در دوازده ماه گذشته { $office } را نام برده‌اند.
    فقط شمار آن‌ها گفته می‌شود؛ گزارش‌ها را بازرسی می‌خواند.
report-figures-none = در دوازده ماه گذشته گزارشی { $office } را نام نبرده است ✅
report-figure = { $month }: { $n } گزارش
report-figure-few = { $month }: کمتر از { $floor } گزارش

problem-report-not-yours = این گزارش از آن شما نیست یا در نقش شما خوانده نمی‌شود؛ کاری انجام نشد. گزارش‌های خود را در «پیگیری‌های من» ببینید.
problem-report-expert = کسی که ثبت سفارش را بررسی می‌کند، در هیچ نقشی این گزارش‌ها را نمی‌بیند؛ تا نویسنده در امان باشد.
problem-report-same-day = دربارهٔ همین اداره و همین روز گزارشی از این واحد ثبت شده است: { $receipt }. اگر روز دیگری بود، با «ویرایش» روز را درست کنید.
problem-report-words-missing = چیزی که خواستند نوشته نشده است. در یک جمله بنویسید (تا { $most } نویسه). نمونه: گواهی بیمه خواستند.
problem-report-office-missing = نام اداره نوشته نشده است. نام آن را بنویسید (تا { $most } نویسه). نمونه: ادارهٔ صمت شهرستان همسایه
problem-report-future = این روز هنوز نیامده است؛ امروز { $today } است. روزی را بنویسید که مدرک خواستند.
problem-report-before-letter = این روز پیش از نامهٔ ۶۰/۳۱۰۶۳۷ است که تاریخ آن { $from } است. روزی پس از آن را بنویسید.
problem-report-moved-on = این گزارش پس از نمایش این دکمه تغییر کرده است؛ کاری انجام نشد. وضعیت کنونی را پایین می‌بینید.

notice-papers-reported =
    گزارش تازه‌ای از { $province }: برای ثبت سفارش «{ $what }» خواسته‌اند ⚠️
    { $clause }
    کد پیگیری: { $code }
notice-report-seen = بازرسی گزارش شما را دید؛ نتیجه را همین‌جا خبر می‌دهیم. کد پیگیری: { $code }
notice-report-settled = به گزارش شما رسیدگی شد ✅ نتیجه: { $result }. کد پیگیری: { $code }
button-report = دیدن گزارش
