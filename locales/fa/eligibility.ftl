# Order registration: the verdict, and the expert's look-up.

source-letter = نامهٔ { $number }، { $date }، { $part }
source-circular = بخشنامهٔ { $number }، { $date }، بند { $clause }
source-circular-whole = بخشنامهٔ { $number }، { $date }
source-setting = تنظیم { $scope }، { $from }
source-country = کشوری
source-default = تنظیم پیش‌فرض بهین‌یار

verdict-heading = وضعیت ثبت سفارش { $unit }، امروز { $today }:
verdict-remedies = اگر این کارها انجام شود، نتیجه عوض می‌شود:
verdict-line = { $n }. { $text }
verdict-line-then-confirmed = { $n }. { $text } سپس تأیید اتحادیه لازم است.
verdict-months-more = { $months } و { $n } ماه دیگر
verdict-with-waiting = اگر ماه‌های در انتظار تأیید شوند، شرط‌ها فراهم است ⏳
verdict-reasons = دلیل‌ها:
verdict-reason-line = { $n }. { $text } ({ $source }).
verdict-spans = ماه‌های گذشته (تأییدشده ✅ در انتظار ⏳ ثبت‌نشده یا برگشته ⬜):
verdict-span = { $months } ماه: { $confirmed } ✅ { $waiting } ⏳ { $missing } ⬜
verdict-span-before-licence = { $months } ماه: { $confirmed } ✅ { $waiting } ⏳ { $missing } ⬜ و { $before } ماه پیش از پروانه
verdict-closing = این نتیجه از آمار ثبت‌شده در بهین‌یار است؛ تصمیم نهایی با آمار بهین‌یاب است.

look-up =
    جست‌وجوی واحد در { $office }
    یکی از شناسه‌های واحد را بنویسید: کد ملی، شناسهٔ ملی شرکت، شناسهٔ صنفی، شناسهٔ کسب‌وکار، کد رهگیری بهین‌یاب، شناسهٔ یکتا، شمارهٔ پروانه یا کد پیگیری بهین‌یار.
    نمونه: <code>BY-7K4M-92QF</code>
look-up-not-text = برای جست‌وجو نوشتن شناسه لازم است، نه { $came }. نمونه: 0012345679
look-up-papers =
    در { $source } خواسته شده است که از دریافت تصویر یا نسخهٔ فیزیکی مجوز جداً پرهیز شود.
    آنچه فرستادید نگهداری نشد. اعتبار پروانه و آمار واحد را در کارت آن می‌بینید.
look-up-nothing = با این شناسه واحدی در استان شما پیدا نشد. رقم‌ها را یک بار دیگر از روی پرونده بخوانید، یا شناسهٔ دیگری از همان واحد بنویسید.
look-up-several = چند واحد با این شناسه هست؛ یکی را انتخاب کنید.
look-up-line = { $unit } · { $union } · { $county }
button-look-up-another = جست‌وجوی دیگر
button-expert-months = آمار ماه‌ها

expert-heading =
    { $unit }
    { $union } · { $county } · گروه { $class }
    ثبت‌نام: { $state } · امروز { $today }
expert-remedies = آنچه به خود واحد گفته می‌شود؛ برای کارشناس کاری ندارد:
expert-months = آمار ماه‌های { $unit }، تازه‌ترین نخست:
expert-month = { $month }: { $state } · شاغلان { $employees } نفر
expert-mark-late = دیرکرد ⚠️
expert-mark-zero = تولید صفر ⏸
expert-confirmed = تأیید { $by } در { $at }
expert-line = { $product }: تولید { $made } · فروش { $sold } · { $value }
