# Trouble: the person's tickets, the desk that answers them, the draft of the letter.

button-support = مشکل دارم
button-new-ticket = مشکلم را می‌نویسم
button-my-tickets = پیگیری‌های من
button-back-to-form = ادامهٔ کار پیشین
button-ticket = دیدن پیگیری
command-support = مشکل دارم

support =
    پشتیبانی
    اگر جایی مانده‌اید، مشکل را بنویسید؛ رابط بهین‌یاب استان پاسخ می‌دهد و پاسخ همین‌جا می‌آید ({ $source }).
support-first-number = برای پاسخ‌دادن باید بدانیم با چه کسی حرف می‌زنیم؛ نخست شمارهٔ همراه خود را بفرستید.
support-form-kept = کاری که در میان بود نگه داشته شد؛ هر زمان خواستید به آن برگردید.
support-place-home = منوی اصلی
support-place-help = راهنما
support-place-uses = کاربرد آمار
support-place-unit = صفحهٔ واحد
support-place-registration = ثبت‌نام واحد
support-place-months = ماه‌های من
support-place-month = آمار ماه
support-place-inbox = صندوق اتحادیه
support-place-review = بررسی اتحادیه
support-place-verdict = وضعیت ثبت سفارش
support-place-look-up = جست‌وجوی واحد
support-place-support = پشتیبانی
support-place-papers = گزارش درخواست مدرک
support-place-access = دسترسی بهین‌یاب
support-place-campaign = پوشش ثبت‌نام
support-place-commissions = کمیسیون‌های نظارت
support-place-circulars = بخشنامه‌ها
support-place-role = نقش و دفتر
support-place-offices = فهرست دفترها
support-place-reports = گزارش‌های مدرک
support-place-apology = پیام «کار شما انجام نشد»
support-place-other = صفحهٔ دیگر

ticket-from = از صفحهٔ «{ $place }» آمده‌اید؛ نام همین صفحه همراه پیام می‌رود.
ticket-province =
    این پیام به کدام استان برود؟
    رابط بهین‌یاب همان استان پاسخ می‌دهد. نام استان را انتخاب کنید یا بنویسید.
ticket-words =
    چه مشکلی پیش آمده است؟ در یک یا دو جمله بنویسید.
    نمونه: آمار آبان را فرستادم، ولی در «ماه‌های من» هنوز «ثبت‌نشده» است.
    فقط نوشته لازم است (تا { $most } نویسه)؛ عکس و فایل نگه داشته نمی‌شود. رمز ننویسید.
ticket-echo =
    این پیام برای پشتیبانی { $province } فرستاده می‌شود:
    «{ $value }»
    درست است؟
ticket-label-words = پیام
ticket-label-province = استان
ticket-not-sent = چیزی فرستاده نشد.
ticket-sent =
    پیام شما ثبت و فرستاده شد.
    گیرنده: { $receiver }
    کد پیگیری:
    { $code }
ticket-sent-due = تا { $due } همین‌جا پاسخ می‌گیرید. اگر تا آن روز پاسخی نرسد، پیام خودبه‌خود به دفتر آمار و فرآوری داده‌ها می‌رود ({ $source }).
ticket-sent-office = پاسخ همین‌جا می‌آید ({ $source }).
receiver-liaison = رابط بهین‌یاب { $province }
receiver-officer = کارشناس سازمان { $province }، چون این استان هنوز رابط بهین‌یاب ندارد
receiver-statistics = دفتر آمار و فرآوری داده‌ها، چون { $province } هنوز رابط و کارشناسی ندارد
receiver-nobody = صف دفتر آمار و فرآوری داده‌ها، چون { $province } هنوز رابطی ندارد و آن دفتر هم هنوز کسی را معرفی نکرده است

my-tickets = پیام‌های شما به پشتیبانی، تازه‌ترین نخست:
my-tickets-none = هنوز پیامی به پشتیبانی نفرستاده‌اید. اگر جایی مانده‌اید، مشکل را بنویسید.
my-tickets-line = { $code } · { $at } · { $state }
ticket-state-waiting = در انتظار پاسخ ⏳
ticket-state-answered = پاسخ داده شد ✅
ticket-state-closed = بسته شد
ticket-desk-province = رابط بهین‌یاب { $province }
ticket-desk-statistics = دفتر آمار و فرآوری داده‌ها

ticket-heading =
    کد پیگیری:
    { $code }
ticket-waiting = در انتظار پاسخ { $desk } ⏳ مهلت: { $due }
ticket-overdue = در انتظار پاسخ { $desk }؛ مهلت آن { $due } بود ⚠️
ticket-answered = پاسخ شما رسیده است ✅ مشکل حل شد؟
ticket-closed = این پیگیری بسته شده است.
ticket-stands = { $state }
ticket-line = { $at } · { $step }
ticket-line-of = { $at } · { $step } · { $office }
ticket-line-code = · { $code }
ticket-words-said = «{ $words }»
ticket-step-opened = پیام نخست
ticket-step-taken = برعهده گرفته شد
ticket-step-let-go = رها شد
ticket-step-answered = پاسخ
ticket-step-wrote-back = توضیح تازه
ticket-step-sent-on = ارجاع به دفتر آمار
ticket-step-overdue = مهلت استان گذشت؛ ارجاع به دفتر آمار
ticket-step-closed = بسته شد
ticket-step-solved = مشکل حل شد ✅
ticket-step-not-solved = مشکل هنوز هست ↩️
button-ticket-solved = حل شد ✅
button-ticket-not-solved = حل نشد
button-write-back = توضیح می‌نویسم
ticket-back-words =
    چه می‌خواهید بیفزایید؟
    نمونه: کاری را که گفتید انجام دادم، ولی همان پیام را می‌بینم.
    فقط نوشته لازم است (تا { $most } نویسه).
ticket-back-echo =
    این توضیح فرستاده می‌شود:
    «{ $value }»
    درست است؟
ticket-back-sent = توضیح شما رسید ✅
ticket-thanks = خوشحالیم که حل شد؛ این پیگیری بسته شد. اگر دوباره پیش آمد، «حل نشد» را بزنید.
ticket-waits-again = پیگیری دوباره در نوبت پاسخ است ⏳ اگر نکتهٔ تازه‌ای هست، با «توضیح می‌نویسم» بنویسید.

button-desk = صندوق پشتیبانی
button-desk-sent-on = ارجاع‌شده‌ها ({ $n })
desk =
    صندوق پشتیبانی { $office }
    در انتظار پاسخ: { $waiting } · گذشته از مهلت: { $overdue }
    قدیمی‌ترین‌ها نخست می‌آیند.
desk-empty =
    صندوق پشتیبانی { $office }
    اکنون پیامی در انتظار پاسخ نیست ✅
desk-sent-on =
    پیام‌های { $office } نزد دفتر آمار و فرآوری داده‌ها:
desk-sent-on-empty = از { $office } پیامی نزد دفتر آمار و فرآوری داده‌ها نیست.
desk-line = { $code } · { $marks }
ticket-mark-overdue = گذشته از مهلت ⚠️
ticket-mark-held = در دست همکار
ticket-mark-mine = در دست شما
ticket-who = از: { $who } · { $phone } · { $province }
ticket-asker = کاربر بهین‌یار
ticket-asker-unit = صاحب واحد
ticket-place = صفحه: { $place }
ticket-held-by-you = این پیام در دست شماست.
ticket-held = این پیام از { $since } در دست همکار شماست.
ticket-held-by = این پیام از { $since } در دست همکار شما، { $by }، است.
button-ticket-take = برعهده می‌گیرم
button-ticket-answer = پاسخ می‌نویسم
button-ticket-send-on = ارجاع به دفتر آمار
button-ticket-close = بستن
button-ticket-let-go = رها می‌کنم
button-ticket-letter = پیش‌نویس نامه
ticket-answer-words =
    پاسخ خود را بنویسید. چه شده است، و شخص چه کند؟
    نمونه: نام کاربری اتحادیه فعال شد؛ یک بار از بهین‌یاب بیرون بروید و دوباره وارد شوید.
    فقط نوشته لازم است (تا { $most } نویسه). پاسخ برای این پیگیری است: { $receipt }
ticket-answer-echo =
    این پاسخ برای پیگیری { $receipt } فرستاده می‌شود:
    «{ $value }»
    درست است؟
ticket-answer-sent = پاسخ فرستاده شد ✅
ticket-answer-unsent = پاسخ فرستاده نشد. آنچه نوشتید:
ticket-let-go-done = پیام به صندوق برگشت و نوبت آن همان است که بود.
ticket-sent-on-done = پیام به دفتر آمار و فرآوری داده‌ها ارجاع شد. پیش‌نویس نامه آماده است.
ticket-close-ask = چرا این پیام بدون پاسخ تازه بسته می‌شود؟ دلیل به نویسندهٔ آن گفته می‌شود و او می‌تواند آن را دوباره باز کند.
ticket-close-done = پیام بسته شد و دلیل آن به نویسنده گفته شد.
button-close-settled = حل شده است
button-close-twice = تکراری است
button-close-not-ours = موضوع دیگری است
close-code-settled = مشکل حل شده است
close-code-twice = همین موضوع پیگیری دیگری دارد
close-code-not-ours = موضوع به بهین‌یاب و بهین‌یار مربوط نیست

letter-heading =
    به: دفتر آمار و فرآوری داده‌ها
    از: سازمان صنعت، معدن و تجارت { $province }
    موضوع: دشواری دسترسی در بهین‌یاب، پیگیری { $code }
letter-body =
    با سلام و احترام
    به استناد { $source }، دشواری زیر که در استان برطرف نشده است برای اقدام فرستاده می‌شود.
    درخواست‌کننده: { $who } · صفحه: { $place } · تاریخ پیام: { $opened }
letter-trouble = شرح: «{ $words }»
letter-history = پیگیری‌های انجام‌شده:
letter-line = { $at } · { $step }: «{ $words }»
letter-overdue = مهلت پاسخ در استان گذشته است.
letter-closing = خواهشمند است نتیجه را اعلام فرمایید.
letter-draft =
    پیش‌نویس؛ فاقد اعتبار اداری تا ثبت در دبیرخانه

problem-ticket-not-yours = این پیگیری از آن شما یا استان شما نیست؛ کاری انجام نشد. پیگیری‌های خود را از «مشکل دارم» ببینید.
problem-ticket-own = این پیام را خودتان نوشته‌اید؛ همکار شما یا دفتر آمار به آن پاسخ می‌دهد.
problem-ticket-moved-on = این پیگیری پس از نمایش این دکمه تغییر کرده است؛ کاری انجام نشد. وضعیت کنونی را پایین می‌بینید.
problem-ticket-held = همکار شما این پیام را از { $since } برعهده گرفته است؛ کاری لازم نیست.
problem-ticket-held-by = همکار شما، { $by }، این پیام را از { $since } برعهده گرفته است؛ کاری لازم نیست.
problem-ticket-too-many = هم‌اکنون { $most } پیام شما در انتظار پاسخ است. لطفاً به یکی از همان‌ها توضیح بیفزایید یا منتظر پاسخ بمانید.
problem-ticket-reopen-over = این پیگیری بیش از { $days } روز پیش بسته شده است و دیگر باز نمی‌شود. لطفاً مشکل را در پیام تازه‌ای بنویسید.
problem-ticket-no-province = استان معلوم نیست. لطفاً استان خود را از فهرست انتخاب کنید.
problem-ticket-password = بخشی از این نوشته شبیه رمز عبور است؛ نگهداری نشد. لطفاً پیام خود را پاک کنید و بدون رمز دوباره بنویسید؛ رمز را هیچ‌کس نباید بداند.

notice-ticket-new = پیام تازه‌ای برای پشتیبانی { $province } رسید ⏳ کد پیگیری: { $code }
notice-ticket-again = نویسندهٔ پیام به پیگیری { $code } ({ $province }) توضیح تازه‌ای افزود یا گفت که هنوز حل نشده است ↩️
notice-ticket-passed-on = رابط { $province } پیگیری { $code } را به دفتر آمار ارجاع داد ⏳
notice-ticket-overdue = مهلت پاسخ { $province } به پیگیری { $code } گذشت ⚠️ پیام با پیشینهٔ آن به دفتر آمار ارجاع شد.
notice-ticket-answered = از { $office }: به پیام شما پاسخ داده شد ✅ کد پیگیری: { $code }
notice-ticket-sent-on = پیام شما به دفتر آمار و فرآوری داده‌ها ارجاع شد ⏳ کد پیگیری: { $code }
notice-ticket-sent-on-late = در مهلت استان پاسخی نرسید؛ پیام شما با پیشینهٔ آن به دفتر آمار و فرآوری داده‌ها رفت ⏳ کد پیگیری: { $code }
notice-ticket-closed =
    از { $office }: پیگیری { $code } بسته شد. دلیل: { $reason }.
    اگر مشکل هنوز هست، آن را باز کنید و «حل نشد» را بزنید.
