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

id-hint-national = این کد روی کارت ملی است.
id-hint-foreign = این کد روی کارت یا برگهٔ اقامت است.
id-hint-legal = این شناسه در آگهی ثبت شرکت آمده است.
id-hint-postal = این کد روی قبض برق یا گاز محل کسب است.
id-hint-phone = شمارهٔ همراه با ۰۹ شروع می‌شود و یازده رقم دارد.
id-hint-guild = این شناسه روی پروانهٔ کسب است.
id-hint-business = این شناسه در حساب بهین‌یاب شما آمده است.
id-hint-tracking = این کد در حساب بهین‌یاب شما آمده است.
id-hint-unique-licence = این شناسه روی مجوز درگاه ملی مجوزها، کنار کد تصویری، آمده است.
id-hint-product = این کد در فهرست محصولات بهین‌یاب آمده است.
id-hint-licence = این شماره بالای پروانهٔ کسب است و گاهی حرف هم دارد.

id-warning-guild-not-ten-digits = شناسهٔ صنفی بیشتر وقت‌ها ده رقم دارد و شناسه‌ای که نوشتید چنین نیست. اگر روی پروانهٔ کسب همین آمده است، درست است و ادامه دهید.

## Ids: refusals

problem-empty-id = پیامی که فرستادید نوشته‌ای نداشت. این‌جا { $kind } لازم است. { $hint }
problem-not-digits = در نوشتهٔ شما نشانهٔ «{ $got }» هم هست؛ { $kind } فقط رقم دارد. { $hint }
problem-wrong-length = عددی که فرستادید { $got } رقم دارد؛ { $kind } { $wanted } رقم است. { $hint }
problem-length-outside = عددی که فرستادید { $got } رقم دارد؛ { $kind } از { $least } تا { $most } رقم است. { $hint }
problem-characters-outside = نوشته‌ای که فرستادید { $got } نویسه دارد؛ { $kind } از { $least } تا { $most } نویسه است. { $hint }
problem-lost-leading-zero = عددی که فرستادید { $got } رقم دارد؛ { $kind } { $wanted } رقم است. اگر با صفر شروع می‌شود، صفر را هم بنویسید. { $hint }
problem-all-equal = همهٔ رقم‌های این عدد { $got } است؛ هیچ { $kind } چنین نیست. { $hint }
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

problem-not-a-date = از «{ $got }» تاریخی خوانده نشد. تاریخ را با سال، ماه و روز خورشیدی بنویسید.
problem-year-missing = در «{ $got }» سال نوشته نشده است. سال را هم با چهار رقم بنویسید.
problem-two-digit-year = در «{ $got }» سال کوتاه نوشته شده است. سال را با چهار رقم بنویسید.
problem-year-out-of-range = سالی که نوشتید بیرون از سال‌های ۱۳۰۰ تا ۱۵۰۰ خورشیدی است. سال را با چهار رقم بنویسید.
problem-no-such-month = شمارهٔ ماه { $got } نوشته شده است؛ ماه‌ها از ۱ تا ۱۲ هستند. تاریخ را به ترتیب سال، ماه و روز بنویسید.
problem-no-such-day = ماه { $month } روز { $got } ندارد؛ این ماه { $wanted } روز دارد. روز را از روی مدرک دوباره بنویسید.
problem-gregorian-date = تاریخ «{ $got }» میلادی است و برابر است با { $wanted } خورشیدی. اگر همین روز را می‌خواهید، آن را به خورشیدی بنویسید: { $wanted }

## Quantities, money, counts: refusals

problem-no-number = در پیام شما عددی دیده نشد. عدد را به { $wanted }، با رقم یا حروف، بنویسید.
problem-negative-number = عددی که فرستادید («{ $got }») منفی است؛ مقدار صفر یا بیشتر است. آن را بدون علامت منفی بنویسید.
problem-approximate-number = نوشتهٔ «{ $got }» مقدار تقریبی را می‌رساند؛ این‌جا عدد دقیق لازم است. آن را از دفتر یا فاکتور خود بنویسید.
problem-number-range = نوشتهٔ «{ $got }» بازه‌ای میان دو عدد است؛ این‌جا یک عدد لازم است. فقط یک عدد بنویسید.
problem-several-numbers = در «{ $got }» بیش از یک عدد دیده شد؛ این‌جا یک عدد لازم است. فقط یک عدد بنویسید.
problem-letters-in-number = در «{ $got }» رقم و حرف به هم چسبیده‌اند؛ این‌جا فقط عدد و واحد آن لازم است. عدد را به { $wanted } بنویسید.
problem-unknown-word = واژهٔ «{ $got }» در مقدار خوانده نشد؛ این‌جا فقط عدد و واحد آن لازم است. عدد را به { $wanted } بنویسید.
problem-unknown-sign = نشانهٔ «{ $got }» در مقدار خوانده نشد؛ این‌جا فقط عدد و واحد آن لازم است. عدد را به { $wanted } بنویسید.
problem-bad-grouping = جداکننده‌های «{ $got }» نه با هزارگان جور است و نه با اعشار. عدد را بدون جداکننده بنویسید.
problem-number-not-understood = از «{ $got }» یک عدد روشن خوانده نشد. آن را با رقم بنویسید.
problem-too-many-decimals = این مقدار به { $wanted } بیش از { $most } رقم اعشار دارد. آن را تا { $most } رقم اعشار گرد کنید.
problem-number-too-big = این عدد { $got } رقم دارد؛ بیشترین اندازه { $most } رقم است. شاید رقمی زیاد نوشته شده است؛ مقدار را به { $wanted } دوباره بنویسید.
problem-unit-mismatch = واحد سنجشی که نوشتید «{ $got }» است؛ این‌جا مقدار به { $wanted } لازم است. مقدار را به { $wanted } بنویسید.
problem-not-whole = عدد «{ $got }» کسر دارد؛ { $wanted } کسر ندارد. آن را بدون اعشار بنویسید.
problem-count-too-big = عددی که نوشتید { $got } { $wanted } است؛ بیشترین اندازه { $most } { $wanted } است. شاید رقمی زیاد نوشته شده است؛ آن را دوباره بنویسید.

## Free texts: refusals

problem-empty-text = پیامی که فرستادید نوشته‌ای نداشت. پاسخ را با چند واژه بنویسید.
problem-no-words = در پیام شما فقط نشانه یا شکلک بود. پاسخ را با واژه بنویسید.
problem-text-too-long = نوشتهٔ شما بسیار بلند است: { $got } نویسه. این‌جا تا { $most } نویسه جا هست؛ آن را کوتاه‌تر بنویسید.
problem-text-too-short = نوشتهٔ شما { $got } نویسه دارد؛ این‌جا دست‌کم { $least } نویسه لازم است. آن را کامل‌تر بنویسید.

## Letters: numbers and dates

problem-letter-number-missing = در «{ $got }» شماره‌ای دیده نشد. شمارهٔ نامه را همان‌گونه که روی نامه است بنویسید.
problem-letter-number-strange = نوشتهٔ «{ $got }» در شمارهٔ نامه نمی‌آید. فقط شماره را با رقم و خط کج بنویسید.
problem-letter-number-long = این شماره { $got } نویسه دارد؛ شمارهٔ نامه تا { $most } نویسه است. فقط شماره را بنویسید.
problem-letter-number-phone = آنچه فرستادید به شمارهٔ همراه می‌ماند ({ $got }). این‌جا شمارهٔ نامه لازم است.
problem-letter-date-future = روز { $got } هنوز نرسیده است؛ امروز { $today } است. تاریخ را از روی نامه بنویسید.
problem-letter-date-early = روز { $got } پیش از { $least } است و به این کار نمی‌خورد. تاریخ را از روی نامه دوباره بنویسید.
