# What every screen shares: months, money, joints, and the buttons that lead on and back.

month-1 = فروردین
month-2 = اردیبهشت
month-3 = خرداد
month-4 = تیر
month-5 = مرداد
month-6 = شهریور
month-7 = مهر
month-8 = آبان
month-9 = آذر
month-10 = دی
month-11 = بهمن
month-12 = اسفند
jalali-month = { $month } { $year }
moment = { $date } ساعت { $time }
quantity = { $amount } { $measure }
money = { $rial } ریال، برابر { $toman } تومان
joint-comma = ،_
joint-lines = |
yes = بله
no = نه

messenger-telegram = تلگرام
messenger-bale = بله

button-home = منوی اصلی
button-back = بازگشت
button-later = بعداً ادامه می‌دهم
button-circulars = بخشنامه‌ها
button-help = راهنما
button-uses = کاربرد آمار
button-language = زبان / Language
button-fa = فارسی
button-en = English
button-edit = ویرایش
button-keep = همین درست است
button-skip = ادامه بدون پاسخ
button-yes-right = بله، درست است
button-rewrite = دوباره می‌نویسم
button-previous-page = صفحهٔ پیش
button-next-page = صفحهٔ بعد
button-copy = رونوشت کد
button-ask-contact = فرستادن شمارهٔ من
button-ask-location = فرستادن موقعیت

keyboard-off = دریافت شد.
command-start = شروع
command-menu = منوی اصلی
command-help = راهنما
command-absence = غیبت و جانشین

stale-button = این دکمه مربوط به نمایش پیشین است. وضعیت کنونی را پایین می‌بینید.
stray = اکنون پرسشی از شما نپرسیده بودیم؛ چیزی ثبت نشد. لطفاً یکی از گزینه‌های زیر را انتخاب کنید.
stray-thing = اکنون { $came } لازم نبود؛ چیزی ثبت نشد. لطفاً یکی از گزینه‌های زیر را انتخاب کنید.
edited-message = ویرایش پیام پیشین خوانده نمی‌شود؛ آنچه پیش‌تر فرستادید همان است که بود. اگر تغییری لازم است، از دکمه‌های زیر کمک بگیرید.
edited-answer = ویرایش پیام پیشین خوانده نمی‌شود. پاسخ را در پیام تازه‌ای بنویسید.
group-chat = بهین‌یار فقط در گفت‌وگوی خصوصی پاسخ می‌دهد تا آمار شما را دیگران نبینند. لطفاً نام ربات را باز کنید و «شروع» را بزنید.
apology =
    کار شما این بار انجام نشد و چیزی از آن ثبت نشده است؛ آنچه پیش‌تر نوشتید محفوظ است.
    لطفاً دوباره تلاش کنید. اگر باز هم نشد، «مشکل دارم» را بزنید؛ این کد همراه پیام می‌رود:
    { $reference }
password-refused =
    آنچه فرستادید شبیه رمز عبور است؛ نگهداری نشد و پیام شما پاک شد.
    رمز بهین‌یاب امضای شماست: آن را به هیچ‌کس ندهید، نه به این ربات و نه به همکاران سازمان.
