# Offices and people: one's role, the offices below, invitations, taking roles back, absence, a unit's delegates.

## The page of a role, an office and its people

role-page =
    { $office }
    نقش شما: { $role }
office-heading = { $office } · { $kind }
office-nobody = هنوز کسی در این دفتر نقشی ندارد ⬜
office-member = { $name } · { $role } · از { $since }
office-member-away = { $name } · { $role } · تا پایان { $until } غایب است؛ به جای ایشان: { $stand-in }
offices-below = دفترهای زیر نظر { $office }:
offices-none = در این بخش هنوز دفتری ثبت نشده است. از سازمان استان بخواهید آن را بیفزاید.
offices-none-can-add = در این بخش هنوز دفتری ثبت نشده است. با دکمهٔ زیر آن را بیفزایید.
offices-search = بخشی از نام دفتر (اداره، اتاق یا اتحادیه) را بنویسید. نمونه: کفاشان
offices-found = نام این دفترها «{ $typed }» را در خود دارد:
offices-found-more = دفترهای بیشتری هم هست؛ بخش بلندتری از نام را بنویسید.
offices-not-found = در میان دفترهای زیر نظر شما نامی با «{ $typed }» پیدا نشد. بخش کوتاه‌تری از نام را بنویسید.

button-office-people = دفتر و افراد
button-offices-below = دفترهای زیر نظر
button-office-line = { $office } · { $kind }
button-office-line-empty = { $office } · { $kind } ⬜
button-search-offices = جست‌وجوی دفتر
button-search-again = جست‌وجوی دیگر
button-open-invitations = دعوت‌های باز
button-absence = غیبت و جانشین
button-lay-down = کناره‌گیری از نقش

## Adding an office

add-office-ask-kind = چه چیزی به { $where } افزوده می‌شود؟
add-office-ask-name-county =
    نام شهرستان را بنویسید؛ به { $where } افزوده می‌شود.
    نمونه: ری
add-office-ask-name-union =
    نام اتحادیه را همان‌گونه که در پروانه‌ها نوشته می‌شود بنویسید؛ به { $where } افزوده می‌شود.
    نمونه: اتحادیهٔ کفاشان ری
add-office-ask-name-chamber =
    نام اتاق اصناف را بنویسید؛ به { $where } افزوده می‌شود.
    نمونه: اتاق اصناف ری
add-office-ask-name-commission =
    نام کمیسیون نظارت را بنویسید؛ به { $where } افزوده می‌شود.
    نمونه: کمیسیون نظارت ری
add-office-field-kind = نوع
add-office-field-name = نام
add-office-summary = آنچه به { $where } افزوده می‌شود:
office-added = «{ $office }» به { $where } افزوده شد ✅ اکنون همکاران آن را دعوت کنید.
button-add-office = افزودن دفتر
button-add-another = افزودن یکی دیگر
button-record-office = افزودن

## Inviting

invite-heading = دعوت به { $what }
invite-ask-role = به چه نقشی در { $where } دعوت می‌کنید؟
invite-ask-name =
    نام و نام خانوادگی کسی را که دعوت می‌کنید بنویسید؛ همکاران او را با این نام می‌بینند.
    نمونه: نرگس نمونه
invite-ask-phone =
    شمارهٔ همراه او را بنویسید تا فقط دارندهٔ همین شماره بتواند بپذیرد. اگر شماره را نمی‌دانید، «بدون شماره» را بزنید.
    نمونه: 09120000000
invite-field-role = نقش
invite-field-name = نام
invite-field-phone = شمارهٔ همراه
invite-summary = دعوت به { $what }. اگر درست است، پیوند دعوت را بسازید.
invitation-made =
    دعوت { $name } به { $what } ساخته شد.
    پیوند را با دکمهٔ پیام‌رسان او کپی کنید و فقط برای خود او بفرستید. اگر پیوند باز نشد، این کد را در بهین‌یار بنویسد:
    { $code }
    تا { $at } اعتبار دارد و یک بار به کار می‌آید. پیوند و کد دوباره نشان داده نمی‌شود؛ اگر گم شد، دعوت را پس بگیرید و دعوت تازه‌ای بسازید.
invitation-bound = این دعوت را فقط دارندهٔ شماره‌ای که نوشتید می‌پذیرد.
invitation-unbound = این دعوت به شماره‌ای بسته نیست: نخستین کسی که آن را باز کند می‌تواند بپذیرد.
button-invite = دعوت همکار
button-invite-another = دعوت یکی دیگر
button-make-invitation = ساختن دعوت
button-no-phone = بدون شماره
button-copy-link-telegram = پیوند برای تلگرام
button-copy-link-bale = پیوند برای بله

invitations-open = دعوت‌های باز، که هنوز پذیرفته نشده است:
invitations-none = دعوت بازی ندارید. از صفحهٔ هر دفتر می‌توانید همکار دعوت کنید.
invitation-line = { $name } · { $what } · تا { $at } ⏳
invitation-withdrawn = دعوت { $name } پس گرفته شد؛ پیوند و کد آن دیگر به کار نمی‌آید.
button-withdraw-of = پس گرفتن · { $name }

invitation-what-office = { $where }
invitation-what-role = نقش «{ $role }» در { $where }
invitation-what-delegate = نمایندگی «{ $where }»
invitation-what-stand-in = جانشینی «{ $role }» در { $where }

## Taking an invitation

invitation-ask-code =
    کد دعوت دوازده‌نویسه‌ای را بنویسید؛ خط تیره و بزرگی حروف مهم نیست.
    نمونه: ABCD-EFGH-JKMN
invitation-offer-role =
    دعوت { $by } از { $name }:
    نقش «{ $role }» در { $where }
    اگر بپذیرید، از همین لحظه در این نقش کار می‌کنید و هر کار شما با نام و نقش شما ثبت می‌شود.
invitation-offer-delegate =
    دعوت { $by } از { $name }:
    نمایندگی واحد «{ $where }»
    نماینده آمار ماه‌های واحد را پر می‌کند و صفحهٔ واحد و وضعیت ثبت سفارش آن را می‌بیند. ثبت‌نام واحد و دعوت دیگران با مالک می‌ماند.
invitation-offer-stand-in =
    دعوت { $by } از { $name }:
    جانشینی در نقش «{ $role }»، { $where }
    تا پایان { $until } به جای ایشان کار می‌کنید و بر هر تصمیم نوشته می‌شود که به جای ایشان بوده است.
invitation-expires = این دعوت تا { $at } اعتبار دارد.
invitation-accepted-role = دعوت را پذیرفتید ✅ از این لحظه { $what } با شماست.
invitation-accepted-delegate = دعوت را پذیرفتید ✅ از این لحظه { $what } با شماست.
invitation-declined = دعوت را نپذیرفتید؛ این پیوند دیگر به کار نمی‌آید.
button-accept = می‌پذیرم
button-decline = نمی‌پذیرم
button-begin = شروع کار
button-open-unit = صفحهٔ واحد

## Taking roles back

revoke-ask =
    نقش «{ $role }» از { $name } در { $office } گرفته شود؟
    بی‌درنگ پایان می‌یابد: دکمه‌های پیشین او هم دیگر کار نمی‌کند و جانشینی‌های این نقش بسته می‌شود. به او خبر داده می‌شود.
role-revoked = نقش «{ $role }» از { $name } گرفته شد و به او خبر داده می‌شود.
lay-down-ask =
    از نقش «{ $role }» در { $office } کناره می‌گیرید؟
    بی‌درنگ پایان می‌یابد و فقط با دعوت تازه‌ای بازمی‌گردد. آنچه تاکنون تصمیم گرفته‌اید همان است که بود.
role-laid-down = از آن نقش کناره گرفتید.
button-revoke-of = گرفتن نقش · { $name }
button-revoke-sure = بله، گرفته شود
button-lay-down-sure = بله، کناره می‌گیرم

## Absence

absence-until =
    نقش «{ $role }» در { $office } تا چه روزی به دست جانشین باشد؟ روز پایان را به خورشیدی بنویسید؛ تا پایان همان روز به جای شما کار می‌کند.
    نمونه: ۱۴۰۵/۱۰/۰۱
absence-last = دورترین روزی که امروز می‌توان نوشت { $last } است.
absence-not-text = برای روز پایان نوشته لازم است.
absence-which-role = برای کدام نقش خود جانشین می‌گذارید؟
absence-no-role = برای جانشین گذاشتن، نخست باید نقشی در یک دفتر داشته باشید. نقش با دعوت داده می‌شود.
absence-who = تا پایان { $until } چه کسی در نقش «{ $role }» به جای شما کار کند؟
absence-who-nobody = در { $office } کس دیگری نقش «{ $role }» را ندارد. کسی را دعوت کنید که تا پایان { $until } به جای شما کار کند.
absence-limits = جانشین همهٔ کارهای این نقش را انجام می‌دهد، جز دادن و گرفتن نقش دیگران. دربارهٔ واحد خود شما هم تصمیم نمی‌گیرد و جانشین دیگری نمی‌گذارد.
absence-set = تا پایان { $until } به جای شما: { $stand-in } ✅ به ایشان خبر داده می‌شود و بر هر تصمیم نوشته می‌شود که به جای شما بوده است. هر زمان بازگشتید، همین‌جا پایان دهید.
absence-ended = جانشینی به جای { $holder } پایان یافت؛ دکمه‌های پیشین آن دیگر کار نمی‌کند.
button-end-absence = پایان جانشینی
button-invite-stand-in = دعوت از کس دیگر

## A unit's delegates

home-unit-delegate = شما نمایندهٔ این واحد هستید: آمار ماه‌ها با شماست؛ ثبت‌نام واحد با مالک آن است.
delegates = نمایندگان واحد شما:
delegates-none = هنوز نماینده‌ای برای این واحد ندارید.
delegates-limits = نماینده آمار ماه‌ها را با شمارهٔ خودش پر می‌کند و صفحهٔ واحد و وضعیت ثبت سفارش را می‌بیند. ثبت‌نام را نمی‌بیند و تغییر نمی‌دهد و کسی را دعوت نمی‌کند. رمز بهین‌یاب را به هیچ‌کس ندهید، به نماینده هم.
delegate-line = { $name } · از { $since }
delegate-end-ask = نمایندگی { $name } پایان یابد؟ از همان لحظه به این واحد دسترسی نخواهد داشت؛ آماری که فرستاده است همان است که بود.
delegate-ended = نمایندگی { $name } پایان یافت.
leave-unit-ask = از نمایندگی { $unit } کناره می‌گیرید؟ پس از آن فقط با دعوت تازهٔ مالک می‌توانید بازگردید.
unit-left = از نمایندگی { $unit } کناره گرفتید.
button-delegates = نمایندگان واحد
button-invite-delegate = دعوت نماینده
button-end-delegate = پایان · { $name }
button-end-delegate-sure = بله، پایان یابد
button-leave-unit = کناره‌گیری
button-leave-unit-sure = بله، کناره می‌گیرم

## Refusals: invitations

problem-invitation-not-a-code = از «{ $got }» کد دعوت خوانده نشد؛ کد { $wanted } نویسه از حروف لاتین و رقم دارد. آن را از پیام کسی که دعوت کرده است کپی کنید؛ نمونه: ABCD-EFGH-JKMN
problem-invitation-unknown = دعوتی با این کد پیدا نشد. کد را نویسه به نویسه با پیام فرستنده بسنجید و دوباره بنویسید؛ در این ساعت { $left } بار دیگر می‌توانید.
problem-invitation-too-many = در یک ساعت گذشته { $most } کد نادرست از این حساب نوشته شده است. یک ساعت دیگر دوباره بنویسید، یا از فرستنده پیوند تازه‌ای بخواهید.
problem-invitation-used = این دعوت را پیش‌تر کس دیگری پذیرفته است؛ هر دعوت یک بار به کار می‌آید. از فرستنده دعوت تازه‌ای بخواهید.
problem-invitation-used-by-you = این دعوت را خودتان پیش‌تر پذیرفته‌اید ✅ کاری لازم نیست.
problem-invitation-declined = این دعوت پیش‌تر رد شده است. اگر نظر عوض شده است، از فرستنده دعوت تازه‌ای بخواهید.
problem-invitation-withdrawn = این دعوت را فرستنده پس گرفته است. اگر باید آن را داشته باشید، از او دعوت تازه‌ای بخواهید.
problem-invitation-expired = اعتبار این دعوت تا { $at } بود. از فرستنده دعوت تازه‌ای بخواهید.
problem-invitation-own = این دعوت را خودتان ساخته‌اید. پیوند یا کد آن را برای کسی که دعوت می‌کنید بفرستید.
problem-invitation-for-another = این دعوت به شمارهٔ همراه دیگری بسته است. اگر شماره‌تان عوض شده است، از فرستنده دعوت تازه‌ای با شمارهٔ کنونی خود بخواهید.
problem-invitation-inviter-gone = کسی که به «{ $by }» دعوت کرده است دیگر نمی‌تواند آن را بدهد: نقش او یا کار آن پایان یافته است. از همان دفتر یا واحد دعوت تازه‌ای بخواهید.
problem-invitation-held = این نقش را در «{ $what }» هم‌اکنون دارید ✅ کاری لازم نیست.
problem-invitation-own-union = تأییدکنندهٔ اتحادیه نمایندهٔ واحدهای همان اتحادیه نمی‌شود، تا هیچ‌کس آماری را که خود پر کرده است تأیید نکند. نخست از یکی از این دو کناره بگیرید.
problem-invitation-over = این دعوت دیگر باز نیست: پذیرفته، رد یا پس گرفته شده یا زمان آن گذشته است. فهرست کنونی را پایین می‌بینید.

## Refusals: absence and roles

problem-absence-past = روزی که نوشتید ({ $day }) گذشته است. امروز یا روزی پس از آن را بنویسید؛ نمونه: ۱۴۰۵/۱۰/۰۱
problem-absence-too-far = روزی که نوشتید ({ $day }) بسیار دور است؛ هر بار تا { $most } روز می‌توان جانشین گذاشت. روزی تا { $last } بنویسید؛ پس از آن می‌توانید تازه‌اش کنید.
problem-absence-begun = برای این نقش تا { $day } جانشین گذاشته‌اید. نخست آن را پایان دهید، سپس دوباره بنویسید.
problem-absence-stands-in = این نقش به جای کس دیگری با شماست؛ جانشین، جانشین دیگری نمی‌گذارد. از خود ایشان بخواهید.
problem-absence-no-colleague = این همکار دیگر همین نقش را در این دفتر ندارد. روز پایان را دوباره بنویسید و کس دیگری را انتخاب کنید.
problem-absence-colleague-away = همکار شما { $name } خودش تا { $day } غایب است. روز پایان را دوباره بنویسید و کس دیگری را انتخاب کنید.
problem-absence-over = این جانشینی پیش‌تر پایان یافته است. کاری لازم نیست.
problem-role-over = این نقش پیش‌تر پایان یافته است. فهرست کنونی را پایین می‌بینید.
problem-last-operator = این آخرین راهبر بهین‌یار است و بدون او کسی نمی‌تواند نقش‌های نخست را بدهد؛ چیزی تغییر نکرد. نخست راهبر دیگری دعوت کنید.
