# A union's access to Behinyab: request, letters, hops, tracker card.

button-access = دسترسی بهین‌یاب

access-none =
    دسترسی { $office } به بهین‌یاب هنوز درخواست نشده است ⬜
    راه آن ({ $source }):
    ۱. در خود بهین‌یاب، بخش «عضویت در سامانهٔ بهین‌یاب»، برای اتحادیه ثبت‌نام کنید و نام کاربری بگیرید.
    ۲. نام کاربری را این‌جا بنویسید؛ متن نامهٔ اداری را آماده می‌کنیم.
    ۳. نامه را در دبیرخانهٔ اتحادیه ثبت کنید و شماره و تاریخ آن را این‌جا بنویسید.
    از آن پس می‌بینید درخواست نزد کدام دفتر است و از کی. رمز بهین‌یاب را هرگز نمی‌پرسیم.
button-access-begin = نوشتن نام کاربری
button-access-anew = درخواست تازه

access-name =
    نام کاربری اتحادیه در بهین‌یاب را بنویسید.
    این نام را در نامهٔ اداری می‌آوریم تا دفتر آمار دسترسی را برقرار کند. رمز را ننویسید؛ رمز امضای شماست.
    نمونه: <code>kafashan.rey</code>
access-label-name = نام کاربری
access-name-echo =
    نام کاربری اتحادیه در بهین‌یاب:
    { $value }
    درست است؟ بزرگی و کوچکی حرف‌ها هم مهم است.
access-done-name =
    نام کاربری ثبت شد:
    { $name }
    اکنون متن آمادهٔ نامه را بگیرید، آن را در دبیرخانه ثبت کنید و سپس شماره و تاریخ نامه را این‌جا بنویسید.
problem-user-name-empty = پیامی که فرستادید نوشته‌ای نداشت. نام کاربری بهین‌یاب را با حروف لاتین بنویسید؛ نمونه: <code>kafashan.rey</code>
problem-user-name-password = آنچه فرستادید شبیه رمز عبور است؛ نگهداری نشد. فقط نام کاربری را بنویسید؛ نمونه: <code>kafashan.rey</code>
problem-user-name-national = این عدد کد ملی است. این‌جا نام کاربری بهین‌یاب لازم است، نه کد ملی؛ آن را از روی صفحهٔ ورود بهین‌یاب بنویسید. نمونه: <code>kafashan.rey</code>
problem-user-name-phone = این شمارهٔ تلفن همراه است. این‌جا نام کاربری بهین‌یاب لازم است؛ آن را از روی صفحهٔ ورود بهین‌یاب بنویسید. نمونه: <code>kafashan.rey</code>
problem-user-name-legal = این عدد شناسهٔ ملی شرکت است. این‌جا نام کاربری بهین‌یاب لازم است؛ نمونه: <code>kafashan.rey</code>
problem-user-name-spaces = آنچه فرستادید چند واژه دارد؛ نام کاربری یک واژهٔ پیوسته است. فقط همان را بنویسید؛ نمونه: <code>kafashan.rey</code>
problem-user-name-character = در نوشتهٔ شما نشانهٔ «{ $got }» هست؛ نام کاربری بهین‌یاب فقط حروف لاتین، رقم، نقطه و خط تیره دارد. نمونه: <code>kafashan.rey</code>
problem-user-name-length = آنچه فرستادید { $got } نویسه دارد؛ نام کاربری از { $least } تا { $most } نویسه است. آن را دوباره بنویسید؛ نمونه: <code>kafashan.rey</code>

## The ready letter

access-paper-draft = «پیش‌نویس؛ فاقد اعتبار اداری تا ثبت در دبیرخانه»
access-paper-to = به: ادارهٔ صنعت، معدن و تجارت { $county }
access-paper-from = از: { $union }
access-paper-subject = موضوع: درخواست دسترسی اتحادیه به سامانهٔ بهین‌یاب
access-paper-greeting = با سلام؛
access-paper-body = بر پایهٔ { $source }، این اتحادیه در بخش «عضویت در سامانهٔ بهین‌یاب» ثبت‌نام کرده است. خواهشمند است نام کاربری زیر از راه سازمان صنعت، معدن و تجارت { $province } برای برقراری دسترسی به دفتر آمار و فرآوری داده‌ها فرستاده شود.
access-paper-name = نام کاربری: { $name }
access-paper-no-password = رمز عبور نزد اتحادیه است و در این نامه نمی‌آید.
access-paper-closing = شماره و تاریخ: هنگام ثبت در دبیرخانه
access-paper-sign = امضا و مهر اتحادیه
access-paper-then = پس از ثبت نامه، شماره و تاریخ آن را با دکمهٔ زیر بنویسید.
access-paper-file = نامهٔ آماده در همین فایل است؛ پیش از فرستادن آن را در دبیرخانهٔ اتحادیه ثبت و امضا کنید.
button-access-text = متن آمادهٔ نامه
button-access-file = گرفتن فایل نامه
button-access-number = شماره و تاریخ نامه
button-access-rename = تغییر نام کاربری
button-access-withdraw = پس گرفتن درخواست

## Number and date of the real letter

access-label-number = شمارهٔ نامه
access-label-date = تاریخ نامه
access-letter-union-number =
    شمارهٔ نامه‌ای را بنویسید که اتحادیه به ادارهٔ شهرستان فرستاده است.
    این شماره بالای نامه است و نشان می‌دهد نامه در دبیرخانه ثبت شده است.
    نمونه: ۶۰/۲۲۷۲۱۰
access-letter-union-date =
    تاریخ نامه را به خورشیدی بنویسید.
    همان تاریخی که بالای نامه است.
    نمونه: ۱۴۰۵/۰۸/۱۲
access-letter-county-number =
    شمارهٔ نامهٔ اداره به سازمان استان را بنویسید.
    جای این نامه در نوبت سازمان از همان لحظهٔ ثبت شمرده می‌شود.
    نمونه: ۶۰/۲۲۷۲۱۰
access-letter-county-date =
    تاریخ نامهٔ اداره را به خورشیدی بنویسید.
    از تاریخ نامهٔ اتحادیه زودتر نیست.
    نمونه: ۱۴۰۵/۰۸/۱۲
access-letter-province-number =
    شمارهٔ نامهٔ سازمان به دفتر آمار و فرآوری داده‌ها را بنویسید.
    هر نامهٔ شهرستان جداگانه فرستاده می‌شود.
    نمونه: ۶۰/۲۲۷۲۱۰
access-letter-province-date =
    تاریخ نامهٔ سازمان را به خورشیدی بنویسید.
    از تاریخ نامهٔ شهرستان زودتر نیست.
    نمونه: ۱۴۰۵/۰۸/۱۲
access-number-or-date = نوشتهٔ «{ $number }» به تاریخ می‌ماند. شمارهٔ نامه همین است؟
access-number-so = بله، شماره همین است
access-send-union = نامهٔ اتحادیه به ادارهٔ شهرستان؛ پیش از فرستادن یک بار ببینید:
access-send-county = نامهٔ اداره به سازمان استان، دربارهٔ { $n } اتحادیه؛ پیش از فرستادن یک بار ببینید:
access-send-province = نامهٔ سازمان به دفتر آمار و فرآوری داده‌ها؛ پیش از فرستادن یک بار ببینید:
access-send-again = نامهٔ دوبارهٔ سازمان به دفتر آمار و فرآوری داده‌ها؛ پیش از فرستادن یک بار ببینید:
button-access-send = ثبت و فرستادن
access-label-unions = اتحادیه‌ها
access-gather =
    یک نامه می‌تواند چند اتحادیه را نام ببرد. این نامه دربارهٔ { $n } اتحادیه است.
    هر کدام را که در این نامه نیست بزنید تا بیرون برود؛ منتظر دیگران نمانید.
access-taken-in = { $union } ✅
access-left-out = { $union } ⬜
button-access-these = همین‌ها، ادامه
button-access-gather = نامه به سازمان استان
access-letter = { $number } مورخ { $dated }

access-done-union =
    نامهٔ { $letter } ثبت شد. درخواست اکنون نزد ادارهٔ صمت { $holder } است ⏳
    هر بار که جابه‌جا شود، همین‌جا خبر می‌دهیم.
access-done-county =
    نامهٔ { $letter } دربارهٔ { $unions } اتحادیه ثبت شد و در نوبت سازمان صمت { $holder } است ⏳
    به اتحادیه خبر می‌دهیم.
access-done-province =
    نامهٔ { $letter } دربارهٔ { $unions } اتحادیه ثبت شد. درخواست اکنون نزد { $holder } است ⏳
    به اتحادیه خبر می‌دهیم.
access-done-again = نامهٔ { $letter } ثبت شد. درخواست دوباره نزد { $holder } است ⏳
access-done-activate =
    برقراری دسترسی ثبت شد ✅
    از { $holder } می‌پرسیم که کار می‌کند یا نه.
access-done-confirm =
    دسترسی اتحادیه برقرار است و کار می‌کند ✅
    از این پس آمار و ثبت‌نام واحدها را در بهین‌یاب هم تأیید کنید.
access-done-trouble =
    مشکل دسترسی ثبت شد ⚠️
    پیگیری آن با رابط بهین‌یاب در سازمان صمت { $holder } است. پس از رفع مشکل، همین‌جا «کار می‌کند» را بزنید.
access-done-withdraw = درخواست پس گرفته شد. هر زمان خواستید، درخواست تازه‌ای بنویسید.
access-done-return =
    درخواست برگشت ↩️ و اکنون نزد { $holder } است.
    دلیل: { $reason }.
    به آن‌ها خبر می‌دهیم؛ پس از اصلاح دوباره می‌فرستند.
access-done-stamp = ثبت دبیرخانهٔ این نامه نوشته شد ✅
button-access-track = دیدن درخواست

problem-access-running = برای این اتحادیه درخواستی در جریان است؛ درخواست دوم لازم نیست. جای آن را پایین می‌بینید.
problem-access-not-now = این کار در گام کنونی درخواست انجام نمی‌شود؛ چیزی ثبت نشد. وضعیت کنونی را پایین می‌بینید.
problem-access-gone = چنین درخواست یا نامه‌ای پیدا نشد. لطفاً از «دسترسی بهین‌یاب» دوباره باز کنید.
problem-access-moved = همکار شما پیش‌تر این کار را کرده است: { $act }، { $at }. کاری لازم نیست.
problem-access-moved-by = این کار پیش‌تر انجام شده است: { $act }، { $by }، { $at }. کاری لازم نیست.
problem-access-moved-by-you = خودتان پیش‌تر این کار را کرده‌اید: { $act }، { $at }. کاری لازم نیست.
problem-access-not-first =
    نوبت این نامه هنوز نرسیده است. نامهٔ { $number } مورخ { $dated } از { $office } زودتر رسیده ({ $days } روز پیش) و هنوز نه رفته و نه برگشته است.
    نخست آن را بفرستید یا با دلیل برگردانید.
problem-access-letter-taken = نامه‌ای با شمارهٔ { $number } و تاریخ { $dated } پیش‌تر از همین دفتر ثبت شده است. شماره را از روی نامهٔ تازه بنویسید؛ نمونه: ۶۰/۲۲۷۲۱۰
problem-access-letter-before = تاریخ { $got } از تاریخ نامهٔ پیشین ({ $previous }) زودتر است. تاریخ را از روی نامه دوباره بنویسید؛ نمونه: { $previous }
problem-access-note-missing = برای «دلیل دیگر» توضیح لازم است، تا { $most } نویسه. کوتاه بنویسید چه باید اصلاح شود؛ نمونه: پیوست نامه نرسیده است.
problem-access-nothing-chosen = اکنون درخواستی نزد این دفتر نیست که فرستاده شود. اگر تازه رسیده است، «دسترسی بهین‌یاب» را دوباره باز کنید.
problem-access-attachments = شمار پیوست‌ها با رقم نوشته می‌شود، از ۰ تا { $most }. نمونه: ۲

## The tracker

access-card = دسترسی بهین‌یاب · { $union }
access-step = گام { $n }: { $place } { $mark }
access-step-letter = نامهٔ { $letter }
access-place-union = { $office }
access-place-county = ادارهٔ صمت { $office }
access-place-province = سازمان صمت { $office }
access-place-statistics = { $office }
access-place-active = دسترسی و تأیید اتحادیه
step-mark-done = ✅
step-mark-now = ⏳
step-mark-back = ↩️
step-mark-trouble = ⚠️
step-mark-ahead = ⬜
access-now-union = نوبت { $holder } است: نامه را ثبت کند و شماره و تاریخ آن را بنویسد ({ $waited }، { $since }).
access-now-county = اکنون نزد ادارهٔ صمت { $holder } است ({ $waited }، { $since }).
access-now-province = اکنون نزد سازمان صمت { $holder } است ({ $waited }، { $since }).
access-now-statistics = اکنون نزد { $holder } است ({ $waited }، { $since }).
access-now-active = دفتر آمار دسترسی را برقرار کرده است ({ $waited }، { $since }). { $holder } یک بار وارد بهین‌یاب شود و بگوید کار می‌کند یا نه.
access-now-trouble = دسترسی کار نمی‌کند ⚠️ پیگیری آن با رابط بهین‌یاب در سازمان صمت { $holder } است ({ $waited }، { $since }).
access-now-working = دسترسی { $holder } برقرار است و کار می‌کند ✅ ({ $waited }، { $since })
access-now-withdrawn = { $holder } این درخواست را پس گرفته است ({ $waited }، { $since }).
access-limit = مهلت: { $days } روز.
access-overdue = مهلت { $days } روز بود و گذشته است ⚠️
access-returned = برگشت از { $sender } ↩️ دلیل: { $reason }.
access-note = توضیح: { $note }
access-user-name = نام کاربری: { $name }
access-nobody-union = در این اتحادیه هنوز کسی نقش دبیر یا تأییدکننده را ندارد ⚠️ درخواست همان‌جا می‌ماند؛ ادارهٔ شهرستان این نقش را می‌دهد.
access-nobody-county = در این اداره هنوز کسی نقش کارشناس ادارهٔ شهرستان را ندارد ⚠️ درخواست نزد همان اداره می‌ماند؛ سازمان استان این نقش را می‌دهد.
access-nobody-province = در این سازمان هنوز کسی نقش کارشناس سازمان استان را ندارد ⚠️ درخواست نزد همان سازمان می‌ماند؛ دفتر آمار و فرآوری داده‌ها این نقش را می‌دهد.
access-nobody-statistics = در دفتر آمار هنوز کسی نقش کارشناس دفتر آمار را ندارد ⚠️ درخواست نزد همان دفتر می‌ماند؛ راهبر بهین‌یار این نقش را می‌دهد.
access-nobody-active = در این اتحادیه هنوز کسی نقش دبیر یا تأییدکننده را ندارد ⚠️ ادارهٔ شهرستان این نقش را می‌دهد.
access-nobody-trouble = در این سازمان هنوز کسی رابط بهین‌یاب نیست ⚠️ سازمان استان این نقش را می‌دهد.
access-stamped = ثبت گیرنده: { $number }، { $on }
access-stamped-attachments = ثبت گیرنده: { $number }، { $on } · پیوست: { $attachments }
access-stamped-referral = ثبت گیرنده: { $number }، { $on } · ارجاع: { $referral }
access-stamped-whole = ثبت گیرنده: { $number }، { $on } · پیوست: { $attachments } · ارجاع: { $referral }
button-access-activate = دسترسی برقرار شد
button-access-works = کار می‌کند
button-access-broken = کار نمی‌کند
button-access-return = برگشت با دلیل
button-access-stamp = ثبت دبیرخانه
button-access-history = تاریخچه
button-access-letter = نامهٔ شهرستان
button-access-again = فرستادن دوباره
button-access-forward = فرستادن به دفتر آمار
button-access-first = نامهٔ نخست نوبت
access-ask-activate =
    دسترسی { $union } در بهین‌یاب برای این نام کاربری برقرار شد؟
    { $name }
    پس از ثبت، از اتحادیه می‌پرسیم که کار می‌کند یا نه.
access-ask-withdraw =
    درخواست دسترسی { $union } پس گرفته شود؟ نام کاربری آن:
    { $name }
    نوبت آن از میان می‌رود و درخواست بعدی از نو آغاز می‌شود.
button-access-sure-activate = بله، برقرار شد
button-access-sure-withdraw = بله، پس می‌گیرم

access-history = تاریخچهٔ درخواست، تازه‌ترین نخست:
access-moved = { $at } · { $office }: { $act }
access-moved-letter = · نامهٔ { $letter }
access-moved-reason = ({ $reason })
access-act-open = نام کاربری نوشت
access-act-rename = نام کاربری را تغییر داد
access-act-send = نامه را ثبت کرد و فرستاد
access-act-forward = فرستاد
access-act-return = برگرداند
access-act-activate = دسترسی را برقرار کرد
access-act-confirm = کارکرد دسترسی را تأیید کرد
access-act-trouble = مشکل دسترسی را گزارش کرد
access-act-withdraw = درخواست را پس گرفت

## Desks

access-desk =
    درخواست‌های دسترسی نزد { $office }
    در انتظار شما: { $here } · قدیمی‌ترین: { $oldest } · همهٔ در جریان: { $running }
access-desk-empty =
    درخواست‌های دسترسی نزد { $office }
    اکنون چیزی در انتظار شما نیست ✅ همهٔ در جریان: { $running }
access-overview =
    درخواست‌های دسترسی در حوزهٔ { $office }
    در جریان: { $running } · با مشکل دسترسی: { $trouble }
access-overview-empty =
    درخواست‌های دسترسی در حوزهٔ { $office }
    هنوز هیچ اتحادیه‌ای درخواستی ننوشته است ⬜
access-list-held = درخواست‌های در انتظار شما، قدیمی‌ترین نخست:
access-list-back = برگشته از دفتر آمار؛ پس از اصلاح دوباره فرستاده می‌شود:
access-list-all = همهٔ درخواست‌ها، تازه‌ترین نخست:
access-list-empty = این فهرست اکنون خالی است ✅
access-line = { $union } · { $stage } · { $waited } { $mark }
access-short-union = نزد اتحادیه
access-short-county = نزد شهرستان
access-short-province = نزد استان
access-short-statistics = نزد دفتر آمار
access-short-active = منتظر تأیید اتحادیه
access-short-trouble = مشکل دسترسی
access-short-working = برقرار
access-short-withdrawn = پس‌گرفته
access-sign-overdue = ⚠️
access-sign-returned = ↩️
access-sign-done = ✅
access-sign-none = { "" }
button-access-all = همهٔ درخواست‌ها
button-access-back = برگشته‌ها ({ $n })
access-queue = نامه‌های شهرستان‌ها به ترتیب وصول؛ هر نامه جداگانه و بی‌انتظار برای دیگران می‌رود ({ $source }):
access-queued = { $receipt }. نامهٔ { $number } از { $office } · { $unions } اتحادیه · { $waited } { $mark }
access-queue-item = { $number } · { $office }
access-letter-of = نامهٔ { $letter } از ادارهٔ صمت { $office }
access-letter-waits = شمارهٔ وصول: { $receipt } · در نوبت { $waited }.
access-letter-passed = این نامه به دفتر آمار فرستاده شده است ✅
access-letter-returned = همهٔ درخواست‌های این نامه برگشته یا پس گرفته شده است ↩️
access-letter-names = نام کاربری { $union }: { $name }
access-letter-behind = نوبت این نامه پس از { $ahead } نامهٔ دیگر است؛ نخست: { $first }.
access-goes-first =
    نوبت این نامه هنوز نرسیده است. نامهٔ { $first } از { $office } زودتر رسیده و هنوز نه رفته و نه برگشته است.
    { $source } ترتیب وصول را خواسته است؛ نخست آن نامه را بفرستید یا با دلیل برگردانید.

## Back one step, and the stamp

return-code-letter-missing = نامه نرسیده است
return-code-letter-differs = شماره یا تاریخ یکی نیست
return-code-user-name-wrong = نام کاربری یافت نشد
return-code-unsigned = امضا یا پیوست کم است
return-code-wrong-office = به این دفتر نمی‌رسد
return-code-other = دلیل دیگر
return-label-code-one = دلیل
access-label-which = اتحادیه
access-return-heading = برگشت درخواست دسترسی: { $what }
access-return-which = کدام اتحادیه برمی‌گردد؟ آنچه می‌ماند، نوبت خود را نگه می‌دارد.
access-return-all = همهٔ اتحادیه‌ها
access-return-code = دلیل برگشت چیست؟ درخواست یک گام برمی‌گردد و پس از اصلاح دوباره می‌آید.
access-return-note = اگر توضیحی لازم است، کوتاه بنویسید (تا { $most } نویسه). نمونه: حرف سوم نام کاربری خوانا نیست.
access-return-note-wanted = برای «دلیل دیگر» توضیح لازم است؛ آن را کوتاه بنویسید (تا { $most } نویسه). نمونه: نامه به نام اتحادیهٔ دیگری است.
button-access-return-now = برگرداندن
access-label-attachments = شمار پیوست
access-label-referral = ارجاع
access-stamp-label-number = شمارهٔ ثبت
access-stamp-label-date = تاریخ ثبت
access-stamp-heading = ثبت دبیرخانه برای نامهٔ { $number }؛ پیش از ثبت یک بار ببینید:
access-stamp-number =
    شمارهٔ ثبت این نامه در دبیرخانهٔ شما چیست؟
    همان شمارهٔ مهر ورود نامه است.
    نمونه: ۷۴۰۱
access-stamp-date =
    تاریخ ثبت در دبیرخانه را به خورشیدی بنویسید.
    از تاریخ خود نامه زودتر نیست.
    نمونه: ۱۴۰۵/۰۸/۱۴
access-stamp-attachments =
    نامه چند پیوست دارد؟
    اگر ننوشته‌اند، بدون پاسخ ادامه دهید.
    نمونه: ۲
access-stamp-referral =
    نامه به کجا ارجاع شده است؟
    نام بخش را بنویسید، نه نام شخص را.
    نمونه: صنعت

## Notices

button-notice-access = دیدن درخواست
notice-access-arrived =
    نامهٔ { $number } مورخ { $dated } از { $sender } به { $office } رسید ⏳
    درخواست دسترسی بهین‌یاب برای { $unions } اتحادیه در آن است.
notice-access-moved = درخواست دسترسی { $union } یک گام پیش رفت و اکنون نزد { $office } است ⏳
notice-access-returned =
    از { $sender }: درخواست دسترسی { $union } برگشت ↩️
    دلیل: { $reason }.
notice-access-yours = اکنون نزد شماست ({ $office })؛ پس از اصلاح، دوباره بفرستید.
notice-access-theirs = اکنون نزد { $office } است و از همان‌جا دوباره فرستاده می‌شود.
notice-access-active =
    دفتر آمار و فرآوری داده‌ها دسترسی { $union } به بهین‌یاب را برقرار کرده است.
    لطفاً یک بار وارد بهین‌یاب شوید و بگویید کار می‌کند یا نه.
notice-access-trouble = دسترسی { $union } به بهین‌یاب برقرار شده ولی کار نمی‌کند ⚠️ اتحادیه منتظر رابط بهین‌یاب است.
notice-access-reminder =
    نزد { $office } درخواست‌های دسترسی از مهلت گذشته‌اند ⚠️
    شمار: { $number } · مهلت: { $days } روز · قدیمی‌ترین: { $oldest } روز
notice-access-overdue =
    در حوزهٔ شما درخواست‌های دسترسی بیش از دو برابر مهلت مانده‌اند ⚠️
    شمار: { $number } · مهلت: { $days } روز · قدیمی‌ترین: { $oldest } روز، نزد { $office }
