# Unions and counties that people did not find in the list: seen and answered by whoever adds them.

button-wishes = در فهرست نیست ({ $n })
wishes = نام‌هایی که مردم در فهرست نیافته‌اند و ثبت‌نامشان منتظر آن است. هر یک را باز کنید و پاسخ دهید.
wishes-none = اکنون کسی منتظر افزوده شدن اتحادیه یا شهرستانی نیست ✅
wish-line-union = { $number }. اتحادیه در { $above }: { $typed } · منتظر: { $n } نفر، از { $since }
wish-line-county = { $number }. شهرستان در استان { $above }: { $typed } · منتظر: { $n } نفر، از { $since }
button-wish = { $number }. { $typed }
wish-card-union =
    در فهرست { $above } این اتحادیه پیدا نشده است:
    { $typed }
    منتظر: { $n } نفر، از { $since }
wish-card-county =
    در فهرست استان { $above } این شهرستان پیدا نشده است:
    { $typed }
    منتظر: { $n } نفر، از { $since }
wish-card-answers = اگر هست، آن را بیفزایید. اگر با نام دیگری در فهرست است، همان را نشان دهید. اگر افزودنی نیست، با دلیل رد کنید. هر که منتظر است، همان دم خبردار می‌شود.
button-wish-add-union = افزودن اتحادیه
button-wish-add-county = افزودن شهرستان
button-wish-name = نام دیگری دارد
button-wish-decline = رد با دلیل
wish-told = کسانی که منتظر آن بودند ({ $n } نفر) خبردار می‌شوند.

## It is in the list under another name

wish-ask-office-union =
    آنچه «{ $typed }» خوانده‌اند، در { $above } کدام اتحادیه است؟
    بخشی از نام آن را بنویسید یا از فهرست انتخاب کنید. نمونه: کفاش
wish-ask-office-county =
    آنچه «{ $typed }» خوانده‌اند، در استان { $above } کدام شهرستان است؟
    بخشی از نام آن را بنویسید یا از فهرست انتخاب کنید. نمونه: ری
wish-ask-office-none-union = در فهرست { $above } هنوز اتحادیه‌ای نیست که با «{ $typed }» یکی باشد. بازگردید و «افزودن اتحادیه» یا «رد با دلیل» را بزنید.
wish-ask-office-none-county = در فهرست استان { $above } هنوز شهرستانی نیست که با «{ $typed }» یکی باشد. بازگردید و «افزودن شهرستان» یا «رد با دلیل» را بزنید.
wish-field-office-union = اتحادیه
wish-field-office-county = شهرستان
wish-name-summary-union = به کسانی که «{ $typed }» را خواسته‌اند ({ $n } نفر) گفته می‌شود که در فهرست { $above } همین است:
wish-name-summary-county = به کسانی که «{ $typed }» را خواسته‌اند ({ $n } نفر) گفته می‌شود که در فهرست استان { $above } همین است:
button-wish-name-sure = همین است
wish-named = پاسخ ثبت شد: «{ $typed }» در فهرست همان «{ $office }» است ✅ خبر به { $n } نفر می‌رسد.

## It is turned down

wish-ask-reason-union =
    چرا «{ $typed }» به فهرست { $above } افزوده نمی‌شود؟
    کوتاه بنویسید؛ هر که منتظر است همین را می‌خواند و باید بداند چه کند. نمونه: پروانهٔ این رسته را در این شهرستان اتحادیهٔ درودگران می‌دهد.
wish-ask-reason-county =
    چرا «{ $typed }» به فهرست استان { $above } افزوده نمی‌شود؟
    کوتاه بنویسید؛ هر که منتظر است همین را می‌خواند و باید بداند چه کند. نمونه: این‌جا بخشی از شهرستان ری است.
wish-field-reason = دلیل
wish-decline-summary = پاسخ به کسانی که «{ $typed }» را خواسته‌اند ({ $n } نفر):
button-wish-decline-sure = رد با همین دلیل
wish-declined = پاسخ ثبت شد: «{ $typed }» افزوده نمی‌شود. دلیل به { $n } نفر می‌رسد.

wish-answer-added = افزوده شد
wish-answer-named = نام دیگر آن نشان داده شد
wish-answer-declined = رد شد

problem-wish-gone = دیگر کسی منتظر این نام نیست: ثبت‌نامی که آن را می‌خواست فرستاده یا کنار گذاشته شده است. کاری لازم نیست.
problem-wish-answered = این خواسته پیش‌تر پاسخ گرفته است: { $outcome }، { $at }. کاری لازم نیست.
problem-wish-answered-by = همکار شما، { $by }، به این خواسته پاسخ داده است: { $outcome }، { $at }. کاری لازم نیست.
problem-wish-answered-by-you = پاسخ شما پیش‌تر ثبت شده است: { $outcome }، { $at }. کاری لازم نیست.

## Whoever waited goes on

wish-take = نام «{ $office }» اکنون در فهرست است؛ آن را انتخاب کنید.
wish-there = همین نام در فهرست هست: «{ $office }». لطفاً آن را انتخاب کنید.
wish-take-again = ثبت‌نام نیمه‌کارهٔ شما همین‌جاست؛ از فهرست انتخاب کنید یا بخش دیگری از نام را بنویسید.
wish-chosen-already = در این میان انتخاب دیگری کرده‌اید و چیزی عوض نشد. ثبت‌نام از همان‌جا که بود ادامه دارد.
wish-draft-gone = ثبت‌نامی که منتظر بود دیگر نیمه‌کاره نیست: فرستاده یا کنار گذاشته شده است. وضعیت کنونی را پایین می‌بینید.
button-wish-take-union = انتخاب اتحادیه
button-wish-take-county = انتخاب شهرستان
