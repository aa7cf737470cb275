# The registration campaign: boards of coverage, the unions' invitations, those who are missing.

button-coverage = پوشش ثبت‌نام
button-campaign-plan = تعیین روز شروع
button-campaign-move = جابه‌جایی روز شروع
button-campaign-set = ثبت روز شروع
button-campaign-link = دعوت واحدها
button-campaign-picture-telegram = تصویر تلگرام
button-campaign-picture-bale = تصویر بله
button-campaign-missing = ثبت‌نام‌نکرده‌ها
button-campaign-list = افزودن به فهرست
button-campaign-add = ثبت در فهرست
button-campaign-drop = برداشتن از فهرست
button-campaign-drop-yes = بله، برداشته شود
button-campaign-join = ثبت‌نام واحد
button-campaign-unit = دیدن واحد
button-campaign-take = بله، همین اتحادیه
button-campaign-keep = ادامه بدون تغییر

campaign-heading = پوشش ثبت‌نام · { $office }
campaign-country = پوشش ثبت‌نام · کشور
campaign-not-planned = روز شروع ثبت‌نام در این استان هنوز تعیین نشده است ⬜
campaign-term-ahead = ثبت‌نام از { $starts } آغاز می‌شود و تا پایان { $deadline } مهلت دارد ({ $source }).
campaign-term = ثبت‌نام از { $starts } آغاز شده است و تا پایان { $deadline } مهلت دارد ({ $days } روز مانده؛ { $source }).
campaign-term-over = مهلت ثبت‌نام از { $starts } تا { $deadline } بود ({ $source }). ثبت‌نام همچنان باز است و با نشان دیرکرد ثبت می‌شود.
campaign-nobody = هنوز واحدی ثبت‌نام نکرده و کسی هم در فهرست نیست ⬜
campaign-figures = ثبت‌نام‌شده: { $registered } از { $expected } ({ $rate } درصد) · ثبت‌نام‌نکرده: { $missing }
campaign-late = از ثبت‌نام‌شده‌ها { $n } واحد با دیرکرد آمده‌اند ⚠️
campaign-below = به تفکیک:
campaign-line = { $office }: { $registered } از { $expected } · { $rate } درصد
campaign-line-late = { $office }: { $registered } از { $expected } · { $rate } درصد · دیرکرد: { $late }
campaign-line-empty = { $office }: هنوز ثبت‌نامی نیست ⬜
campaign-listed = فهرست اتحادیه { $n } عضو دارد. کسانی که با پیوند شما آمده‌اند یا همین اتحادیه را در فرم انتخاب کرده‌اند هم شمرده می‌شوند.
campaign-no-list = اتحادیه هنوز فهرستی از واحدهای تولیدی خود نداده است؛ تا آن زمان فقط کسانی شمرده می‌شوند که خودشان به ربات آمده‌اند و این شمار گویای همهٔ واحدها نیست.

## Setting the first day

campaign-field-start = روز شروع
campaign-field-note = توضیح
campaign-ask-start =
    ثبت‌نام واحدهای { $office } از چه روزی آغاز می‌شود؟
    مهلت یک‌ماههٔ ثبت‌نام از این روز شمرده می‌شود؛ نامه روز شروع را نگفته است. تاریخ را با سال، ماه و روز خورشیدی بنویسید. نمونه: ۱۴۰۵/۰۹/۱۵
campaign-ask-note =
    این روز گذشته است. چرا همین روز، شروع مهلت است؟
    یک جمله بنویسید تا در سابقه بماند. نمونه: ابلاغ کتبی به شهرستان‌ها در همین روز بود.
campaign-preview-before = اکنون: از { $starts } تا پایان { $deadline }.
campaign-preview =
    { $office }: شروع ثبت‌نام { $starts } و پایان مهلت { $deadline }.
    اتحادیه‌های استان: { $unions } · واحدهای ثبت‌نام‌شده تا امروز: { $registered }
    به اتحادیه‌ها خبر می‌دهیم: در روز شروع، یا همین روزها اگر آن روز گذشته است.
campaign-preview-kept = کسی که در مهلت پیشین به‌موقع بوده، به‌موقع می‌ماند.
campaign-preview-forgiven = نشان دیرکرد { $n } واحد برداشته می‌شود.
campaign-set = روز شروع ثبت شد ✅ ثبت‌نام از { $starts } تا پایان { $deadline } مهلت دارد.

problem-campaign-too-far = روز { $got } بیش از یک سال دیگر است. روزی تا { $most } بنویسید.
problem-campaign-too-early = روز { $got } پیش از نامهٔ ۶۰/۲۲۷۲۱۰ ({ $least }) است. روزی پس از آن بنویسید.
problem-campaign-same-day = مهلت همین حالا هم از { $got } شمرده می‌شود؛ چیزی تغییر نمی‌کند. اگر روز دیگری می‌خواهید، آن را بنویسید.
problem-campaign-note-missing = روز { $got } گذشته است و بدون توضیح ثبت نمی‌شود. یک جمله بنویسید. نمونه: ابلاغ کتبی به شهرستان‌ها در همین روز بود.
problem-campaign-moved-since = همین حالا همکار شما روز شروع را تغییر داد ({ $got }). روز را دوباره بنویسید تا تغییرها را درست ببینید.

## The invitation

campaign-invitation =
    دعوت { $office }
    پیوند را با دکمه کپی کنید و برای واحدها بفرستید، یا تصویر آن را چاپ کنید. هر کس از آن بیاید، استان و شهرستان و اتحادیه‌اش در فرم آماده است.
campaign-code =
    اگر پیوند باز نشد، این کد را در گفت‌وگو با ربات بنویسند:
    { $code }
campaign-picture =
    دعوت { $office } به ثبت‌نام در بهین‌یار ({ $messenger })
    این تصویر را با دوربین گوشی بخوانید، یا این کد را در گفت‌وگو با ربات بنویسید:
    { $code }

problem-union-link-unknown = این پیوند یا کد به اتحادیه‌ای نمی‌رسد؛ شاید در راه ناقص شده یا اتحادیه دیگر در فهرست نیست. از اتحادیه پیوند تازه بخواهید یا واحد را بدون آن ثبت کنید.

campaign-begin = دعوت { $office } رسید. استان { $province }، شهرستان { $county } و اتحادیه در فرم پر شده است و در پایان می‌توانید آن را تغییر دهید.
campaign-own-link = این پیوند دعوت { $office } است که شما در آن نقش دارید. آن را برای واحدها بفرستید.
campaign-already =
    واحد «{ $unit }» شما در { $office } ثبت است: { $state }
    کاری لازم نیست. اگر کارگاه دیگری دارید، آن را جداگانه ثبت کنید.
campaign-in-form = دعوت { $office } رسید. فرم نیمه‌کارهٔ شما محفوظ است؛ اکنون کدام را انجام می‌دهید؟
campaign-half-other = ثبت‌نام نیمه‌کارهٔ شما برای { $other } است و این پیوند برای { $office }. اتحادیهٔ آن تغییر کند؟ پاسخ‌های دیگر همان است که بود.
campaign-half-none = ثبت‌نام نیمه‌کارهٔ شما محفوظ است. این پیوند برای { $office } است؛ همین اتحادیه در آن گذاشته شود؟

## Who is missing

campaign-missing = ثبت‌نام‌نکرده‌ها · { $office }
campaign-missing-none = در { $office } کسی که می‌شناسیم ثبت‌نام‌نکرده نمانده است ✅
campaign-member = { $title } · { $phone } · { $marks }
campaign-member-untitled = شمارهٔ { $phone } · { $marks }
campaign-half = ثبت‌نام نیمه‌کاره ⏳
reachability-reachable = خبر به او می‌رسد
reachability-blocked = ربات را بسته است ⚠️
reachability-never = خبر به او نمی‌رسد ⚠️
campaign-member-listed = در فهرست اتحادیه است.
campaign-member-came = خودش به ربات آمده و این اتحادیه را شناخته است.
campaign-can-reachable = یادآوری‌های پیش از پایان مهلت به او می‌رسد.
campaign-can-blocked = ربات را در پیام‌رسان خود بسته است و پیام ما به او نمی‌رسد. با او تماس بگیرید.
campaign-can-never = هنوز ربات را باز نکرده است و هیچ پیام‌رسانی نمی‌گذارد ما نخست پیام بدهیم. پیوند دعوت را خودتان برایش بفرستید یا تماس بگیرید.
campaign-member-gone = این مورد دیگر در میان ثبت‌نام‌نکرده‌ها نیست: ثبت‌نام کرده یا از فهرست برداشته شده است.
campaign-drop-sure = از فهرست برداشته شود؟ واحد اگر خودش ثبت‌نام کند، مثل همیشه پذیرفته می‌شود.
campaign-member-dropped = از فهرست برداشته شد.

## The list of the expected

campaign-field-list = فهرست
campaign-ask-list =
    واحدهای تولیدی { $office } را که باید ثبت‌نام کنند بنویسید، هر واحد در یک سطر: نام واحد و شمارهٔ همراه.
    با این فهرست معلوم می‌شود چه کسی مانده است و یادآوری فقط به همان‌ها می‌رود. شماره‌ها رمزشده نگهداری و پوشیده نشان داده می‌شوند. تا { $most } سطر در یک پیام. نمونه: کفش سرو 09120000000
campaign-list-counted = { $n } عضو
campaign-list-read = از پیام شما { $n } عضو خوانده شد:
campaign-list-line = { $title } · { $phone }
campaign-list-line-untitled = بی‌نام · { $phone }
campaign-list-more = و { $n } مورد دیگر
campaign-list-bad = این سطرها ({ $n }) خوانده نشد و ثبت نمی‌شود؛ پس از ثبت بقیه، آن‌ها را اصلاح‌شده دوباره بفرستید:
campaign-list-bad-line = سطر { $n }: { $why }
campaign-line-member-no-phone = شماره ندارد
campaign-line-member-bad-phone = شمارهٔ همراه درستی نیست؛ نمونه: 09120000000
campaign-line-member-twice = شمارهٔ آن در سطر دیگری هم هست
campaign-list-added = فهرست ثبت شد ✅ تازه: { $new } · از پیش در فهرست: { $known } · از این‌ها ثبت‌نام کرده‌اند: { $registered }

problem-member-no-lines = در پیام شما سطری با شمارهٔ همراه دیده نشد. هر سطر نام واحد و شمارهٔ همراه می‌خواهد. نمونه: کفش سرو 09120000000
problem-member-too-many = پیام شما { $got } سطر دارد؛ در یک پیام تا { $most } سطر خوانده می‌شود. آن را در چند پیام بفرستید.
problem-member-no-phone = در این سطر شماره نیست. نام واحد و شمارهٔ همراه را بنویسید. نمونه: کفش سرو 09120000000
problem-member-bad-phone = شمارهٔ این سطر شمارهٔ همراه نیست. نمونه: کفش سرو 09120000000
problem-member-twice = شمارهٔ این سطر در سطر دیگری هم هست. یکی را پاک کنید.
problem-member-not-listed = این مورد در فهرست نیست؛ شاید همکارتان آن را برداشته است. فهرست کنونی را ببینید.
