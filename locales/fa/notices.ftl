# Notices: what is told to people who did not just tap. Each one leads to where they act.

notice-unit-approved =
    از { $office }: ثبت‌نام { $title } تأیید شد ✅
    از این پس، پس از پایان هر ماه، آمار تولید آن ماه را ثبت کنید.
notice-unit-returned = از { $office }: ثبت‌نام { $title } برای اصلاح برگشت ↩️
notice-unit-rejected =
    از { $office }: ثبت‌نام { $title } رد شد.
    دلیل: { $reason }.
    اگر این دلیل را درست نمی‌دانید، با { $office } گفت‌وگو کنید؛ پس از آن می‌توانید واحد را دوباره ثبت کنید.
notice-month-approved = از { $office }: آمار { $month } برای { $title } تأیید شد ✅
notice-licence-approved = از { $office }: پروانهٔ تمدیدشدهٔ { $title } تأیید شد ✅ اعتبار آن تا { $expires } است.
notice-licence-returned = از { $office }: پروانهٔ تمدیدشدهٔ { $title } برای اصلاح برگشت ↩️
notice-month-returned = از { $office }: آمار { $month } برای { $title } برگشت تا اصلاح شود ↩️
notice-month-rejected =
    از { $office }: آمار { $month } برای { $title } رد شد.
    دلیل: { $reason }.
    اگر این دلیل را درست نمی‌دانید، با { $office } گفت‌وگو کنید.
notice-remark = بخش: { $field }. دلیل: { $reason }.
notice-remark-product = بخش: { $field }، { $product }. دلیل: { $reason }.
notice-note = توضیح بررسی‌کننده: { $note }
notice-one-more-remark = یک بخش دیگر هم برگشته است؛ پس از این بخش، آن را هم می‌بینید.
notice-more-remarks = { $number } بخش دیگر هم برگشته است؛ پس از این بخش، آن‌ها را هم می‌بینید.
notice-in-place-silent = این تصمیم به جای { $union } گرفته شد، چون مهلت پاسخ آن گذشته بود ({ $days } روز، { $source }).
notice-in-place-no-access = این تصمیم به جای { $union } گرفته شد، چون اتحادیه هنوز کسی برای بررسی ندارد ({ $source }).
notice-in-place-conflict = این تصمیم به جای { $union } گرفته شد، چون همهٔ تأییدکنندگان آن در این واحد تعارض منافع دارند ({ $source }).
notice-decided-in-place =
    از { $office }: ثبت‌نام { $title } بررسی شد. نتیجه: { $outcome }
notice-decided-in-place-month =
    از { $office }: آمار { $month } برای { $title } بررسی شد. نتیجه: { $outcome }
notice-decided-in-place-licence =
    از { $office }: پروانهٔ تمدیدشدهٔ { $title } بررسی شد. نتیجه: { $outcome }

notice-conflict-declared =
    صاحب { $title } می‌گوید { $about }، تأییدکنندهٔ { $union }، رقیب اوست. از اکنون همکاران او این واحد را بررسی می‌کنند.
    دلیل: { $reason }
    این دلیل را تنها شما می‌بینید. اگر آن را درست نمی‌دانید، می‌توانید این اعلام را بردارید.
notice-conflict-lifted =
    از { $office }: اعلام رقابت شما دربارهٔ { $about } برای { $title } برداشته شد. او دوباره می‌تواند این واحد را بررسی کند.
    اگر توضیح دیگری دارید، با همین اداره گفت‌وگو کنید.
notice-conflict-lifted-own = از { $office }: تعارض منافعی که دربارهٔ { $title } اعلام کرده بودید برداشته شد. این واحد دوباره به صندوق شما می‌آید.

notice-invitation-accepted = دعوت شما پذیرفته شد ✅ { $name }: { $what }
notice-role-revoked =
    نقش «{ $role }» شما در { $office } پایان یافت؛ دکمه‌های پیشین آن دیگر کار نمی‌کند.
    اگر گمان می‌کنید اشتباهی شده است، با دفتری که نقش را داده بود تماس بگیرید.
notice-stand-in =
    همکار شما { $holder } تا پایان { $until } غایب است و شما جانشین او هستید.
    نقش «{ $role }» در { $office } را در منوی اصلی می‌بینید؛ بر هر تصمیم نوشته می‌شود که به جای او بوده است. اگر نمی‌توانید، جانشینی را همان‌جا پایان دهید.
notice-stand-in-over = جانشینی { $stand-in } به جای { $holder } در { $office } پایان یافت.
button-notice-stand-in = کار در این نقش

notice-missing-county =
    در فهرست استان { $province } این شهرستان پیدا نشده است: { $typed }
    واحدی منتظر آن است. اگر چنین شهرستانی هست، لطفاً آن را با اتحادیه‌هایش به فهرست بیفزایید.
notice-missing-union =
    در فهرست { $county } این اتحادیه پیدا نشده است: { $typed }
    واحدی منتظر آن است. اگر چنین اتحادیه‌ای هست، لطفاً از سازمان استان بخواهید آن را به فهرست بیفزاید.
notice-join-code =
    کسی با شمارهٔ شما می‌خواهد حسابی در { $messenger } را به بهین‌یارِ شما بپیوندد. اگر خودتان هستید، این کد را همان‌جا بنویسید:
    { $code }
    کد ده دقیقه اعتبار دارد. اگر خودتان نیستید، آن را به هیچ‌کس ندهید؛ بدون این کد، حسابی افزوده نمی‌شود.
notice-joined =
    حسابی در { $messenger } با شمارهٔ شما به بهین‌یارِ شما پیوست و همان واحدها و نقش‌ها را می‌بیند.
    اگر این کار شما نبوده است ⚠️ همین امروز به اتحادیه یا ادارهٔ شهرستان خود خبر دهید.

notice-month-ends =
    آمار { $month } برای { $title } از { $opens } ثبت می‌شود و مهلت آن تا { $deadline } است.
    مقدار تولید و فروش و شمار شاغلان را دم دست بگذارید. ماه بی‌تولید هم ثبت می‌شود؛ صفر بهتر از جای خالی است.
notice-month-missing =
    آمار { $month } برای { $title } هنوز ثبت نشده است ⬜
    مهلت آن تا { $deadline } است ({ $days } روز مانده).
    اگر در این ماه تولیدی نداشته‌اید، صفر را با دلیل ثبت کنید؛ صفر بهتر از جای خالی است.
notice-month-today =
    آمار { $month } برای { $title } هنوز ثبت نشده است ⚠️
    مهلت آن همین امروز، { $deadline }، است.
    اگر در این ماه تولیدی نداشته‌اید، صفر را با دلیل ثبت کنید؛ صفر بهتر از جای خالی است.
notice-month-late =
    آمار { $month } برای { $title } هنوز ثبت نشده است و مهلت آن { $deadline } بود ⚠️
    همین امروز هم پذیرفته می‌شود و با نشان دیرکرد ثبت می‌شود.
notice-month-gap =
    آمار { $gap } ماه پی‌درپی ثبت نشده است ⚠️
    برای واحدهای صنعتی، { $risk } ماه پی‌درپی بدون آمار می‌تواند به تعلیق پروانه برسد؛ برای پروانهٔ کسب صنفی چنین قاعده‌ای تأیید نشده است. با ثبت همین ماه، این فاصله کمتر می‌شود.
notice-reviews-wait =
    در { $office } بررسی‌هایی بیش از { $days } روز در نوبت مانده‌اند ⏳
    ثبت‌نام: { $units } · آمار ماه: { $months } · قدیمی‌ترین: { $oldest } روز
    تا تأیید شما، این آمار در کار واحدها شمرده نمی‌شود.
notice-in-place-waits =
    به { $office } بررسی‌هایی رسیده است که اتحادیه‌ها به آن‌ها پاسخ نداده‌اند یا نمی‌توانند پاسخ دهند ⏳
    ثبت‌نام: { $units } · آمار ماه: { $months }
    می‌توانید به جای اتحادیه تصمیم بگیرید؛ اتحادیه هم تا آن زمان می‌تواند پاسخ دهد.

notice-campaign-begun =
    ثبت‌نام واحدهای تولیدی از { $starts } آغاز شد و تا پایان { $deadline } مهلت دارد (نامهٔ ۶۰/۲۲۷۲۱۰، ۱۳۹۸/۰۸/۲۶، بند ۱).
    از { $office }: پیوند دعوت را برای واحدها بفرستید و فهرست آن‌ها را بنویسید تا ببینید چه کسی مانده است.
notice-campaign-days =
    ثبت‌نام واحد شما در { $office } هنوز انجام نشده است ⬜
    مهلت آن تا پایان { $deadline } است ({ $days } روز مانده).
notice-campaign-today =
    ثبت‌نام واحد شما در { $office } هنوز انجام نشده است ⚠️
    مهلت آن همین امروز، { $deadline }، است.
notice-campaign-late-too = ثبت‌نام حدود پنج دقیقه زمان می‌برد. پس از مهلت هم پذیرفته می‌شود و نشان دیرکرد می‌گیرد.

button-notice-months = ماه‌های من
button-notice-all-months = همهٔ ماه‌ها
button-notice-unit = دیدن واحد
button-notice-verdict = وضعیت ثبت سفارش
button-notice-mend = اصلاح { $field }
button-notice-month = ثبت آمار { $month }
button-notice-inbox = صندوق اتحادیه
button-notice-invite = دعوت واحدها
button-notice-register = ثبت‌نام واحد
button-notice-see = دیدن نتیجه
button-notice-conflict = دیدن این اعلام
