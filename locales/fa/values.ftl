### Values: ids, dates, quantities, texts. One message per refusal: what came, what is wanted, how to get there.

## Units of measure

measure-kilogram = کیلوگرم
measure-tonne = تن
measure-piece = عدد
measure-metre = متر
measure-set = ست
measure-square-metre = متر مربع
measure-cubic-metre = متر مکعب
measure-litre = لیتر
measure-pair = جفت
measure-device = دستگاه
measure-part = قطعه
counted-rial = ریال
counted-person = نفر

## Ids: their names, and where each is found

id-national = کد ملی
id-foreign = کد فراگیر اتباع خارجی
id-legal = شناسهٔ ملی شرکت
id-postal = کد پستی
id-phone = شمارهٔ تلفن همراه
id-guild = شناسهٔ صنفی
id-business = شناسهٔ کسب‌وکار
id-tracking = کد رهگیری بهین‌یاب
id-unique-licence = شناسهٔ یکتای مجوز
id-product = کد محصول
id-licence = شمارهٔ پروانهٔ کسب

id-kind-national = { id-national }
id-kind-foreign = { id-foreign }
id-kind-legal = { id-legal }
id-kind-postal = { id-postal }
id-kind-phone = { id-phone }
id-kind-guild = { id-guild }
id-kind-business = { id-business }
id-kind-tracking = { id-tracking }
id-kind-unique-licence = { id-unique-licence }
id-kind-product = { id-product }
id-kind-licence = { id-licence }

id-hint-national =
    آن را از روی کارت ملی، با صفرهای ابتدا، بنویسید. نمونه:
    <code>0012345679</code>
id-hint-foreign =
    آن را از روی کارت یا برگهٔ اقامت بنویسید. نمونه:
    <code>123456789012</code>
id-hint-legal =
    آن را از روی آگهی ثبت شرکت بنویسید. نمونه:
    <code>10380284790</code>
id-hint-postal =
    آن را از روی قبض برق یا گاز محل کسب بنویسید. نمونه:
    <code>1345678912</code>
id-hint-phone =
    آن را با ۰۹ و نه رقم پس از آن بنویسید. نمونه:
    <code>09121234567</code>
id-hint-guild =
    آن را از روی پروانهٔ کسب بنویسید. نمونه:
    <code>0401234567</code>
id-hint-business =
    آن را از حساب خود در بهین‌یاب بردارید. نمونه:
    <code>140012345678</code>
id-hint-tracking =
    آن را از حساب خود در بهین‌یاب بردارید. نمونه:
    <code>12345678</code>
id-hint-unique-licence =
    آن را از روی مجوز درگاه ملی مجوزها، کنار کد تصویری، بنویسید. نمونه:
    <code>1234567890</code>
id-hint-product =
    آن را از فهرست محصولات بهین‌یاب بردارید. نمونه:
    <code>2101412306</code>
id-hint-licence =
    آن را همان‌گونه که روی پروانهٔ کسب آمده است بنویسید. نمونه:
    <code>12/3456</code>

id-warning-guild-not-ten-digits = شناسهٔ صنفی بیشتر وقت‌ها ده رقم دارد و شناسه‌ای که نوشتید چنین نیست. اگر روی پروانهٔ کسب همین آمده است، درست است و ادامه دهید.

## Ids: refusals

problem-empty-id = پیامی که فرستادید نوشته‌ای نداشت. این‌جا { $kind } لازم است. { $hint }
problem-not-digits = در نوشتهٔ شما نشانهٔ «{ $got }» هم هست؛ { $kind } فقط رقم دارد. { $hint }
problem-wrong-length = عددی که فرستادید { $got } رقم دارد؛ { $kind } { $wanted } رقم است. { $hint }
problem-length-outside = عددی که فرستادید { $got } رقم دارد؛ { $kind } از { $least } تا { $most } رقم است. { $hint }
problem-characters-outside = نوشته‌ای که فرستادید { $got } نویسه دارد؛ { $kind } از { $least } تا { $most } نویسه است. { $hint }
problem-lost-leading-zero = عددی که فرستادید { $got } رقم دارد؛ { $kind } { $wanted } رقم است. اگر با صفر شروع می‌شود، صفر را هم بنویسید. { $hint }
problem-all-equal = همهٔ رقم‌های این عدد { $got } است؛ چنین { $kind } داده نمی‌شود. { $hint }
problem-bad-check-digit = این عدد با رقم کنترل { $kind } مطابقت ندارد؛ شاید رقمی جابه‌جا شده است. لطفاً آن را دوباره بنویسید. { $hint }
problem-starts-with-zero = عددی که فرستادید با صفر شروع می‌شود؛ رقم نخست { $kind } صفر نیست. { $hint }
problem-not-mobile = شماره‌ای که فرستادید با ۰۹ شروع نمی‌شود؛ این‌جا { $kind } لازم است، نه تلفن ثابت. { $hint }
problem-foreign-phone = شماره‌ای که فرستادید از کشور دیگری است؛ این‌جا { $kind } ایران لازم است. { $hint }
problem-bad-product-level = رقم پنجم این عدد { $got } است؛ در { $kind } رقم پنجم از { $least } تا { $most } است. { $hint }
problem-bad-id-character = در نوشتهٔ شما نشانهٔ «{ $got }» هست که در { $kind } به کار نمی‌رود. { $hint }
problem-no-digit-in-id = در نوشتهٔ شما رقمی نیست؛ { $kind } دست‌کم یک رقم دارد. { $hint }
problem-same-as-other-id = این همان { $got } است که پیش‌تر نوشتید. این‌جا { $wanted } لازم است. { $hint }
problem-looks-like-other-id = این عدد به { $got } می‌ماند. این‌جا { $wanted } لازم است. { $hint }

## Dates: refusals

problem-not-a-date = از «{ $got }» تاریخی خوانده نشد. تاریخ را با سال، ماه و روز خورشیدی بنویسید. نمونه: ۱۴۰۵/۰۸/۰۱ یا «۱ آبان ۱۴۰۵»
problem-year-missing = در «{ $got }» سال نوشته نشده است. سال را هم با چهار رقم بنویسید. نمونه: «۱ آبان ۱۴۰۵»
problem-two-digit-year = در «{ $got }» سال دو رقم دارد. سال را با چهار رقم بنویسید. نمونه: ۱۴۰۵/۰۸/۰۱
problem-year-out-of-range = سالی که نوشتید بیرون از سال‌های ۱۳۰۰ تا ۱۵۰۰ خورشیدی است. سال را با چهار رقم بنویسید. نمونه: ۱۴۰۵/۰۸/۰۱
problem-no-such-month = شمارهٔ ماه { $got } نوشته شده است؛ ماه‌ها از ۱ تا ۱۲ هستند. تاریخ را به ترتیب سال، ماه و روز بنویسید. نمونه: ۱۴۰۵/۰۸/۰۱
problem-no-such-day = روز { $got } در { $month } نیست؛ این ماه { $wanted } روز دارد. روز را از روی مدرک دوباره بنویسید. نمونه: ۱۴۰۵/۰۸/۰۱
problem-gregorian-date = «{ $got }» تاریخ میلادی است و برابر است با { $wanted } خورشیدی. اگر همین روز را می‌خواهید، آن را به خورشیدی بنویسید: { $wanted }

## Quantities, money, counts: refusals

problem-no-number = در پیام شما عددی دیده نشد. مقدار را به { $wanted } با رقم یا حروف بنویسید. نمونه: ۱۲۰ { $wanted }
problem-negative-number = عددی که فرستادید («{ $got }») منفی است؛ مقدار صفر یا بیشتر است. آن را بدون علامت منفی بنویسید. نمونه: ۱۲۰ { $wanted }
problem-approximate-number = «{ $got }» مقدار تقریبی را می‌رساند؛ این‌جا عدد دقیق لازم است. عدد دقیق را از دفتر یا فاکتور خود بنویسید. نمونه: ۱۲۰ { $wanted }
problem-number-range = «{ $got }» بازه‌ای میان دو عدد است؛ این‌جا یک عدد لازم است. فقط یک عدد بنویسید. نمونه: ۱۲۰ { $wanted }
problem-several-numbers = در «{ $got }» بیش از یک عدد دیده شد؛ این‌جا یک عدد لازم است. فقط یک عدد بنویسید. نمونه: ۱۲۰ { $wanted }
problem-letters-in-number = در «{ $got }» رقم و حرف به هم چسبیده‌اند؛ این‌جا فقط عدد و واحد آن لازم است. نمونه: ۱۲۰ { $wanted }
problem-unknown-word = واژهٔ «{ $got }» در مقدار خوانده نشد؛ این‌جا فقط عدد و واحد آن لازم است. نمونه: ۱۲۰ { $wanted }
problem-unknown-sign = نشانهٔ «{ $got }» در مقدار خوانده نشد؛ این‌جا فقط عدد و واحد آن لازم است. نمونه: ۱۲۰ { $wanted }
problem-bad-grouping = جداکننده‌های «{ $got }» نه با هزارگان جور است و نه با اعشار. عدد را بدون جداکننده بنویسید. نمونه: ۱۲۰۰ { $wanted }
problem-number-not-understood = از «{ $got }» یک عدد روشن خوانده نشد. آن را با رقم بنویسید. نمونه: ۱۲۰ { $wanted }
problem-too-many-decimals = این مقدار به { $wanted } بیش از { $most } رقم اعشار دارد. آن را تا { $most } رقم اعشار گرد کنید. نمونه: ۱۲٫۵ { $wanted }
problem-number-too-big = این عدد { $got } رقم دارد؛ بیشترین اندازه { $most } رقم است. شاید رقمی زیاد نوشته شده است؛ مقدار را به { $wanted } دوباره بنویسید. نمونه: ۱۲۰ { $wanted }
problem-unit-mismatch = واحدی که نوشتید «{ $got }» است؛ این‌جا مقدار به { $wanted } لازم است. مقدار را به { $wanted } بنویسید. نمونه: ۱۲۰ { $wanted }
problem-not-whole = «{ $got }» عدد درست و کاملی نیست؛ { $wanted } کسر ندارد. آن را بدون اعشار بنویسید. نمونه: ۱۲۰ { $wanted }
problem-count-too-big = عددی که نوشتید { $got } { $wanted } است؛ بیشترین اندازه { $most } { $wanted } است. شاید رقمی زیاد نوشته شده است. نمونه: ۱۲ { $wanted }

## Free texts: refusals

problem-empty-text = پیامی که فرستادید نوشته‌ای نداشت. پاسخ را با چند واژه بنویسید. نمونه: «کارگاه کفش آذر»
problem-no-words = در پیام شما فقط نشانه یا شکلک بود. پاسخ را با واژه بنویسید. نمونه: «کارگاه کفش آذر»
problem-text-too-long = نوشتهٔ شما { $got } نویسه دارد؛ این‌جا تا { $most } نویسه جا هست. آن را کوتاه‌تر بنویسید، مانند «تهران، خیابان آزادی، پلاک ۵».
problem-text-too-short = نوشتهٔ شما { $got } نویسه دارد؛ این‌جا دست‌کم { $least } نویسه لازم است. آن را کامل‌تر بنویسید، مانند «تهران، خیابان آزادی، پلاک ۵».
