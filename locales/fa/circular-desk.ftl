# The desk that issues circulars: its list, a draft and its card, the audience, release.

## The desk

button-circular-desk = نوشتن و ارسال
button-circular-write = بخشنامهٔ تازه
button-circular-open = { $number }
button-circular-pile-open = بخشنامه‌های جاری
button-circular-pile-ended = پایان‌یافته‌ها
button-circular-pile-release = منتظر انتشار شما
circular-desk-open = بخشنامه‌های { $office }
circular-desk-open-none =
    اکنون بخشنامه‌ای از دفتر شما در جریان نیست.
    متن را می‌نویسید، مخاطبان را انتخاب می‌کنید و همکار دیگری پس از دیدن آن منتشر می‌کند.
circular-desk-ended = بخشنامه‌های پایان‌یافتهٔ { $office }
circular-desk-ended-none = هنوز بخشنامه‌ای از دفتر شما به پایان نرسیده است.
circular-desk-release = بخشنامه‌هایی که منتظر انتشار شماست
circular-desk-release-none = اکنون بخشنامه‌ای منتظر انتشار شما نیست ✅
circular-desk-line = شمارهٔ { $number } · { $subject } · { $standing }
circular-desk-line-of = شمارهٔ { $number } · { $subject } · { $office } · { $standing }

standing-draft = پیش‌نویس
standing-asked = در انتظار انتشار ⏳
standing-scheduled = زمان‌بندی‌شده ⏳
standing-planning = آماده‌سازی فهرست گیرندگان ⏳
standing-trying = ارسال آزمایشی ⏳
standing-sending = در حال ارسال ⏳
standing-paused = متوقف به دست شما یا همکارتان
standing-stopped = متوقف؛ به شمار زیادی نرسید ⚠️
standing-withdrawing = در حال پس گرفتن ⏳
standing-withdrawn = پس‌گرفته
standing-done = پایان‌یافته ✅

## Writing

circular-field-number = شماره
circular-field-date = تاریخ
circular-field-subject = موضوع
circular-field-summary = متن
circular-field-more = ادامهٔ متن
circular-field-clause = بند { $n }
circular-field-class = فوریت
circular-field-passing = شیوهٔ ارسال
circular-field-place = محل
circular-ask-number =
    شمارهٔ بخشنامه را بنویسید.
    همان شماره‌ای که دبیرخانه بر نامه زده است؛ گیرندگان بخشنامه را با آن پیدا می‌کنند. نمونه: ۶۰/۲۲۷۲۱۰
circular-ask-date =
    تاریخ نامه چیست؟
    تاریخ خورشیدی روی نامه را با سال، ماه و روز بنویسید. نمونه: ۱۴۰۵/۰۹/۰۵
circular-ask-subject =
    موضوع بخشنامه را در یک سطر بنویسید.
    گیرنده نخست همین را می‌بیند. نمونه: مهلت ثبت آمار آبان
circular-ask-summary =
    متن را به زبان ساده بنویسید.
    گیرنده باید بداند چه کاری، تا چه روزی و چگونه. متن بلند در چند پیام فرستاده می‌شود و پیوست پس از همه می‌آید. بندها را در پرسش‌های بعد می‌نویسید.
circular-ask-more =
    متنی که فرستادید یک پیام کامل است و شاید پیام‌رسان آن را دو پاره کرده باشد.
    اگر ادامه دارد، بقیه را همین‌جا بفرستید؛ اگر نه، «متن همین بود» را بزنید.
circular-ask-clause =
    بند یکم را بنویسید، یا بگویید بند ندارد.
    بند جمله‌ای است که بعدها در بررسی‌ها با شماره‌اش به آن استناد می‌شود. نمونه: آمار هر ماه تا دهم ماه بعد ثبت می‌شود.
circular-ask-next-clause = بند { $n } را بنویسید، یا بگویید بند دیگری ندارد.
circular-ask-class =
    این بخشنامه عادی است یا فوری؟
    بخشنامهٔ فوری پیش از بقیه فرستاده می‌شود و اعلام خواندن آن پیگیری می‌شود.
circular-ask-passing =
    بخشنامه چگونه به دفترهای پایین‌تر برسد؟
    یک‌باره: همه را خود دفتر شما خبر می‌کند. با ابلاغ: هر دفتر پس از دیدن، با یک دکمه به دفترهای زیر خود می‌رساند. خودکار: به همان ترتیب، بدون آن‌که کسی دکمه‌ای بزند.
button-circular-at-once = یک‌باره به همه
button-circular-by-hand = با ابلاغ هر دفتر
button-circular-by-itself = پله‌به‌پله، خودکار
button-circular-whole = متن همین بود
button-circular-no-clause = بند ندارد
button-circular-no-more = بند دیگری ندارد
button-circular-save = ذخیرهٔ پیش‌نویس
circular-check = متن بخشنامه را یک بار دیگر ببینید. پیش‌نویس برای کسی فرستاده نمی‌شود.
circular-check-pages = با این متن هر گیرنده { $n } پیام می‌گیرد.
circular-saved = پیش‌نویس ذخیره شد ✅
circular-kept = آنچه نوشتید محفوظ است؛ با «بخشنامهٔ تازه» ادامه می‌دهید، از این پیام‌رسان یا از دیگری.

## The card of a draft

circular-card =
    بخشنامهٔ { $number } · { $date }
    { $office } · نوشتهٔ { $author }
    موضوع: { $subject }
    وضعیت: { $standing }
circular-card-starts = زمان ارسال: { $at }
circular-card-corrects = اصلاحیهٔ بخشنامهٔ { $number } که پس گرفته شده است.
circular-card-kind = فوریت: { $grade } · شیوهٔ ارسال: { $passing } · پیام برای هر گیرنده: { $pages }
circular-card-text = متن: { $text }
circular-card-clauses = بندها: { $n }
circular-card-file = پیوست: { $name }
circular-hint-audience = برای انتشار، نخست مخاطبان را انتخاب کنید.
circular-hint-ask = پیش‌نمایش را ببینید و سپس «درخواست انتشار» را بزنید تا همکارتان آن را منتشر کند؛ نویسنده خودش منتشر نمی‌کند.
circular-hint-asked = همکار شما انتشار این بخشنامه را خواسته است. پیش‌نمایش و گیرندگان را ببینید و سپس منتشر کنید.
circular-hint-asked-own = از همکاران شما خواسته شده است که آن را ببینند و منتشر کنند. اگر تغییرش دهید، باید دوباره بخواهید.
circular-hint-theirs = این پیش‌نویس هنوز در دست دفتر خودش است.
button-circular-audience = انتخاب مخاطبان
button-circular-preview = پیش‌نمایش
button-circular-edit = تغییر متن
button-circular-file = پیوست
button-circular-ask = درخواست انتشار
button-circular-release = انتشار
button-circular-discard = دور انداختن
button-circular-discard-yes = بله، دور انداخته شود
circular-sure-discard =
    پیش‌نویس «{ $subject }» با شمارهٔ { $number } دور انداخته شود؟
    برای کسی فرستاده نشده است و شماره‌اش آزاد می‌شود. این کار برگشت ندارد.
circular-discarded = پیش‌نویس دور انداخته شد.
circular-asked = درخواست انتشار فرستاده شد ✅ به { $n } نفر در { $office } خبر می‌دهیم؛ یکی از آن‌ها منتشر می‌کند.

## The attachment

circular-ask-file =
    پیوست بخشنامهٔ { $number } را همین‌جا بفرستید: یک PDF یا یک عکس، تا { $most } مگابایت.
    پیوست پس از همهٔ پیام‌ها می‌آید. بخشنامه بی‌پیوست هم فرستاده می‌شود.
circular-await-file = این‌جا فایل لازم است: یک PDF یا یک عکس. اگر پیوست ندارید، «بازگشت» را بزنید.
button-circular-unfile = برداشتن پیوست
circular-unfiled = پیوست برداشته شد.
circular-filed = پیوست «{ $name }» گذاشته شد ✅

## The audience

circular-audience = مخاطبان بخشنامهٔ { $number }
circular-audience-nobody = هنوز مخاطبی انتخاب نشده است ⬜
circular-audience-told = مخاطبان: همان کسانی که بخشنامهٔ { $number } برایشان فرستاده شد.
circular-audience-levels = مخاطبان: { $value }
circular-audience-within = فقط در: { $value }
circular-audience-roles = فقط این نقش‌ها: { $value }
circular-audience-trades = فقط واحدهای این گروه‌ها: { $value }
circular-audience-registered = ثبت‌نام واحد: { $value }
circular-audience-reported = آمار واحد: { $value }
circular-registered-yes = تأییدشده
circular-registered-no = هنوز تأییدنشده
circular-registered-any = فرقی ندارد
circular-reported-yes = آمار { $month } را ثبت کرده‌اند
circular-reported-no = آمار { $month } را ثبت نکرده‌اند
circular-count = گیرندگان تا این لحظه: { $n } نفر
circular-count-line = { $level }: { $n }
circular-count-none = با این انتخاب‌ها هیچ گیرنده‌ای پیدا نمی‌شود ⚠️
button-audience-levels = سطح‌ها
button-audience-places = محل
button-audience-roles = نقش‌ها
button-audience-trades = گروه پروانه
button-audience-registered = ثبت‌نام
button-audience-reported = آمار یک ماه
button-audience-done = پایان انتخاب
button-audience-on = { $name } ✅
button-audience-off = { $name }
button-audience-search = افزودن با نام
button-audience-month = { $month }
button-audience-no-month = شرط آمار برداشته شود
button-audience-reported-yes = ثبت کرده‌اند
button-audience-reported-no = ثبت نکرده‌اند
audience-ask-levels = بخشنامه به کدام سطح‌ها برسد؟ هر کدام را بزنید تا انتخاب یا برداشته شود.
audience-ask-places = محل را با نام استان، شهرستان یا اتحادیه اضافه کنید؛ هر کدام را بزنید تا برداشته شود.
audience-ask-roles = در این سطح‌ها فقط به کدام نقش‌ها برسد؟ اگر هیچ‌کدام را نزنید، به همهٔ نقش‌ها می‌رسد.
audience-ask-trades = فقط به واحدهای کدام گروه برسد؟ اگر هیچ‌کدام را نزنید، به همهٔ گروه‌ها می‌رسد.
audience-ask-registered = به واحدهای تأییدشده برسد یا به آن‌ها که هنوز تأیید نشده‌اند؟
audience-ask-reported = شرط دربارهٔ آمار کدام ماه است؟
audience-ask-month = به واحدهایی برسد که آمار { $month } را ثبت کرده‌اند یا به آن‌ها که نکرده‌اند؟
audience-everywhere = هنوز محلی انتخاب نشده است؛ بخشنامه به همهٔ محدودهٔ دفتر شما می‌رسد.
audience-places = محل‌های انتخاب‌شده: { $n }
audience-search =
    نام استان، شهرستان یا اتحادیه را بنویسید، یا از فهرست انتخاب کنید.
    بخشی از نام بس است. نمونه: کفاشان

## What its senders hear

button-notice-circular = دیدن بخشنامه
notice-circular-asked =
    انتشار یک بخشنامه از شما و همکارانتان خواسته شده است.
    بخشنامهٔ { $number } از { $office }، نوشتهٔ { $author }
    موضوع: { $subject }
    پیش‌نمایش و گیرندگان را ببینید؛ تا شما یا همکار دیگری آن را منتشر نکنید، برای کسی فرستاده نمی‌شود.
notice-circular-released = بخشنامهٔ { $number } منتشر شد و برای { $counted } نفر فرستاده می‌شود. پیشرفت ارسال را ببینید.
notice-circular-scheduled = بخشنامهٔ { $number } منتشر شد و در { $at } فرستاده می‌شود، تا این لحظه برای { $counted } نفر.

notice-circular-paused = بخشنامهٔ { $number } «{ $subject }» را { $by } از { $office } متوقف کرد ⏸ تا ادامه داده نشود، کسی پیام تازه‌ای نمی‌گیرد.
notice-circular-resumed = بخشنامهٔ { $number } «{ $subject }» را { $by } از { $office } دوباره به راه انداخت. پیشرفت ارسال را ببینید.
notice-circular-withdrawn = بخشنامهٔ { $number } «{ $subject }» را { $by } از { $office } پس گرفت. کسانی که آن را گرفته‌اند با اصلاحیه خبر می‌شوند؛ آن را از صفحهٔ بخشنامه بنویسید.
notice-circular-rescheduled = بخشنامهٔ { $number } «{ $subject }» را { $by } از { $office } به زمان دیگری برد: { $at }
notice-circular-redrafted = بخشنامهٔ { $number } «{ $subject }» را { $by } از { $office } به پیش‌نویس برگرداند. پس از تغییر، دوباره انتشار آن را بخواهید.
notice-circular-recounted =
    بخشنامهٔ { $number } «{ $subject }» اکنون فرستاده می‌شود.
    هنگام انتشار { $counted } نفر شمرده شد و اکنون برای { $planned } نفر فرستاده می‌شود، چون شرط‌های مخاطب در زمان ارسال سنجیده می‌شود.

## The preview

circular-preview-head = پیش‌نمایش در { $messenger } · پیام { $n } از { $of } · { $units } از { $most } نویسه
circular-preview-text = { $text }
circular-preview-labels = دکمه‌های زیر این پیام: { $labels }
circular-preview-file = پیش‌نمایش پیوست · پس از { $n } پیام، همین فایل فرستاده می‌شود: { $name }
circular-preview-signs = بله چند نشانه (مانند ستاره و کروشه) را برای نمایش متن به کار می‌برد؛ به جای آن‌ها نشانه‌های هم‌شکل می‌گذاریم.
button-preview-next = پیام بعد
button-preview-previous = پیام پیش
button-preview-telegram = همین در تلگرام
button-preview-bale = همین در بله

## Release

circular-release =
    انتشار بخشنامهٔ { $number } · { $subject }
    از { $office }، نوشتهٔ { $author }
circular-release-how = هم‌اکنون فرستاده شود یا در روز و ساعتی دیگر؟ در فهرست‌های بلند نخست برای گروه کوچکی فرستاده می‌شود و اگر نرسد، بقیه نگه داشته می‌شود.
button-release-now = همین حالا
button-release-later = در زمان دیگر
circular-sure-now = بخشنامهٔ { $number } «{ $subject }» همین حالا منتشر شود؟ پیامی که رسیده باشد برنمی‌گردد.
button-circular-now-yes = بله، منتشر شود
circular-field-at = زمان ارسال
circular-ask-at =
    بخشنامه در چه روز و ساعتی فرستاده شود؟
    روز خورشیدی و ساعت تهران را بنویسید. نمونه: فردا ساعت ۸ صبح، یا ۱۴۰۵/۰۹/۱۰ ساعت ۱۰:۳۰
circular-at-echo = ارسال بخشنامه در { $value } به وقت تهران آغاز شود؟
circular-released = بخشنامه منتشر شد ✅ برای { $n } نفر فرستاده می‌شود و نویسنده هم خبر می‌گیرد.
circular-released-at = بخشنامه منتشر شد ✅ در { $at } فرستاده می‌شود، تا این لحظه برای { $n } نفر. نویسنده هم خبر می‌گیرد.
problem-moment-without-hour = در «{ $got }» ساعت نوشته نشده است. روز و ساعت را با هم بنویسید. نمونه: فردا ساعت ۸ صبح
problem-moment-bad-hour = در «{ $got }» ساعتی خوانده نشد؛ ساعت از ۰ تا ۲۳ و دقیقه از ۰ تا ۵۹ است. نمونه: ۱۴۰۵/۰۹/۱۰ ساعت ۱۰:۳۰

button-circular-retime = تغییر زمان
button-circular-redraft = برگشت به پیش‌نویس
button-circular-redraft-yes = بله، پیش‌نویس شود
circular-retime =
    بخشنامهٔ { $number } «{ $subject }» در { $at } فرستاده می‌شود. چه زمانی فرستاده شود؟
    با انتخاب زمان دیگر، انتشار از نو به نام شما ثبت می‌شود.
circular-sure-redraft =
    بخشنامهٔ { $number } «{ $subject }» دوباره پیش‌نویس شود؟
    در زمان تعیین‌شده برای کسی فرستاده نمی‌شود. شماره‌اش می‌ماند و انتشار آن باید دوباره خواسته شود.
circular-redrafted = بخشنامه دوباره پیش‌نویس است. تغییرش دهید یا دوباره انتشار آن را بخواهید.

## On its way

circular-waits-hour =
    گیرندگان هنگام انتشار: { $n } نفر
    فهرست گیرندگان در زمان ارسال بسته می‌شود: هر که آن هنگام در این شرط‌ها باشد. تا آن زمان می‌توانید زمان را عوض کنید یا بخشنامه را به پیش‌نویس برگردانید.
circular-recounted = هنگام انتشار { $counted } نفر شمرده شد و هنگام ارسال { $planned } نفر در این شرط‌ها بودند.
circular-planning = فهرست گیرندگان آماده می‌شود: { $n } از { $of }
circular-bar = پیشرفت: { $bar } { $percent } درصد · { $done } از { $of }
circular-rate = سرعت: { $rate } نفر در دقیقه · پایان حدود { $end }
circular-figure-sent = فرستاده‌شده: { $n }
circular-figure-read = اعلام خواندن: { $n }
circular-figure-to-come = در نوبت ارسال: { $n }
circular-figure-retry = دوباره تلاش می‌شود: { $n }
circular-figure-held-back = در انتظار ابلاغ: { $n }
circular-figure-parked = در دسترس نبودند: { $n } ⚠️
circular-figure-refused = پیام‌رسان نپذیرفت: { $n } ⚠️
circular-figure-uncertain = نامعلوم: { $n } ⚠️
circular-figure-withdrawn = پس‌گرفته پیش از ارسال: { $n }
circular-stopped-hint = به شمار زیادی از گیرندگان نرسید و بقیه نگه داشته شدند. نرسیده‌ها را ببینید؛ سپس ادامه دهید یا پس بگیرید.
button-circular-refresh = تازه‌سازی
button-circular-pause = توقف ارسال
button-circular-resume = ادامهٔ ارسال
button-circular-withdraw = پس گرفتن
button-circular-withdraw-yes = بله، پس گرفته شود
button-circular-unreached = نرسیده‌ها
circular-paused = ارسال متوقف شد. { $n } نفر در نوبت مانده‌اند و هیچ پیامی نمی‌گیرند تا ادامه دهید.
circular-resumed = ارسال ادامه یافت.
circular-sure-withdraw = بخشنامهٔ { $number } «{ $subject }» پس گرفته شود؟ این کار برگشت ندارد.
circular-withdraw-sent = برای { $n } نفر فرستاده شده است و نزدشان می‌ماند؛ پس از آن می‌توانید برای همان‌ها اصلاحیه بنویسید. بقیه پیامی نمی‌گیرند.
circular-withdraw-none-sent = هنوز برای کسی فرستاده نشده است و کسی پیامی نمی‌گیرد.
circular-withdrawn = بخشنامه پس گرفته شد.
circular-unreached = بخشنامهٔ { $number } به این افراد نرسیده است:
circular-unreached-none = کسی نیست که بخشنامهٔ { $number } به او نرسیده باشد ✅
circular-unreached-line = { $office } · { $who } · { $state }
notice-state-parked = ربات را بسته یا هنوز باز نکرده است
notice-state-refused = پیام‌رسان نپذیرفت
notice-state-uncertain = نامعلوم است
notice-state-retry = دوباره تلاش می‌شود

## What became of it

button-circular-statement = گزارش پایانی
button-circular-correct = نوشتن اصلاحیه
button-circular-correction = دیدن اصلاحیه
button-statement-level = { $level }
circular-statement =
    گزارش پایانی ارسال · بخشنامهٔ { $number }
    موضوع: { $subject }
    همهٔ گیرندگان: { $planned }
circular-statement-line = جمع: { $said }
circular-statement-of = { $name } · { $planned } نفر: { $said }
circular-statement-level = گزارش پایانی بخشنامهٔ { $number } · { $level } · { $planned } نفر
circular-statement-balances = جمع هر سطر برابر شمار گیرندگان آن است. اعلام خواندن، بخشی از فرستاده‌شده‌هاست.
circular-column-sent = فرستاده‌شده { $n }
circular-column-read = اعلام خواندن { $n }
circular-column-parked = در دسترس نبودند { $n }
circular-column-refused = پیام‌رسان نپذیرفت { $n }
circular-column-uncertain = نامعلوم { $n }
circular-column-withdrawn = پس‌گرفته { $n }
circular-column-held-back = در انتظار ابلاغ { $n }
circular-column-to-come = در نوبت ارسال { $n }
circular-correction = اصلاحیهٔ بخشنامهٔ { $number } شماره و متن خود را می‌خواهد و فقط برای کسانی می‌رود که آن را گرفته‌اند. موضوع و فوریت از همان بخشنامه آمده است و می‌توانید تغییرش دهید.

## Refusals

problem-circular-changed = این بخشنامه پس از نمایشی که دیدید تغییر کرده است و کاری انجام نشد. نمایش کنونی را ببینید و دوباره تصمیم بگیرید.
problem-circular-not-your-office = این پیش‌نویس با { $name } است و فقط همان‌جا نوشته می‌شود. شما می‌توانید آن را ببینید و منتشر کنید.
problem-circular-asked = انتشار این بخشنامه پیش‌تر خواسته شده است؛ کاری لازم نیست.
problem-circular-nobody-releases = نه در دفتر شما و نه در دفترهای بالاتر کس دیگری نیست که بتواند منتشر کند. از دفتر بالاتر بخواهید به یک همکار این نقش را بدهد.
problem-circular-no-levels = زیر دفتر شما دفتر دیگری نیست، پس بخشنامه پله‌به‌پله نمی‌رود. «یک‌باره به همه» را انتخاب کنید.
problem-circular-wrong-file = فایل «{ $name }» نه PDF است و نه عکس. پیوست بخشنامه یکی از این دو است؛ نامه را به PDF تبدیل کنید یا از آن عکس بگیرید.
problem-circular-nothing-sent = این بخشنامه به کسی نرسیده بود؛ اصلاحیه لازم نیست.
