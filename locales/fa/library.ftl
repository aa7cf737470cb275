# The library: circulars and letters, found and read.

library =
    بخشنامه‌ها و نامه‌ها، از تازه‌ترین به دیرین.
    برای خواندن، دکمهٔ هم‌شمارهٔ آن را بزنید.
library-older = بخشنامه‌ها و نامه‌های پیشین:
library-circular = بخشنامهٔ { $number }
library-letter = نامهٔ { $number }
library-line =
    { $n }. { $named } · { $date }
    { $office }: { $subject }
library-line-withdrawn =
    { $n }. { $named } · { $date } · پس گرفته شده است ⚠️
    { $office }: { $subject }
library-heading =
    بخشنامهٔ { $number } · { $date }
    از { $office }
    موضوع: { $subject }
library-heading-urgent =
    بخشنامهٔ فوری { $number } · { $date } ⚠️
    از { $office }
    موضوع: { $subject }
library-withdrawn = این بخشنامه پس گرفته شده است و دیگر به کار نمی‌آید ⚠️ متن آن برای شما که دریافتش کرده‌اید می‌ماند.
library-withdrawn-text = این بخشنامه پس گرفته شده است و متن آن نشان داده نمی‌شود ⚠️
library-corrected-by = بخشنامهٔ { $number } آن را اصلاح کرده است.
library-corrects = این بخشنامه اصلاح بخشنامهٔ { $number } است.
library-page = صفحهٔ { $page } از { $pages }:
library-text = { $text }
library-acknowledged = خواندن آن را در { $at } اعلام کرده‌اید ✅
library-letter-heading =
    نامهٔ { $number } · { $date }
    از { $sender } به { $receiver }
    موضوع: { $subject }
    هر بخش، به بیان بهین‌یار:
library-letter-part = { $part }: { $text }
library-changes = بخشنامهٔ { $number } این‌ها را عوض می‌کند:
library-changes-none = این بخشنامه قاعده‌ای را عوض نمی‌کند.

button-library-open = { $n }. { $number }
button-library-changes = چه عوض می‌شود؟
button-library-other = بخشنامهٔ { $number }

## What a circular changes

rule-value-none = بی مهلت افزوده
change-line = { $n }. { $rule }: از «{ $old }» به «{ $new }»، از { $from }
change-line-clause = { $n }. { $rule }: از «{ $old }» به «{ $new }»، از { $from } (بند { $clause })
change-scope-country = سراسر کشور
change-scope = قلمرو: { $scope }
change-reach = قلمرو: { $scope }، با { $units } واحد. اکنون: { $source }
change-nearer = این دفترها تنظیم خود را دارند و با این تغییر عوض نمی‌شوند: { $offices }
change-nearer-more = این دفترها تنظیم خود را دارند و با این تغییر عوض نمی‌شوند: { $offices } و { $left } دفتر دیگر
change-concern-yours = برای شما در «{ $place }» برقرار است ✅
change-concern-otherwise = در «{ $place }» عوض نمی‌شود؛ آن‌جا «{ $value }» برقرار است ({ $source }).
change-concern-elsewhere = برای شما عوض نمی‌شود: واحد یا دفتر شما بیرون از این قلمرو است.
change-concern-others = برای شما چیزی عوض نمی‌شود: این قاعده به کار واحد یا نقش شما نمی‌آید.
change-concern-taken-back = این تغییر آغاز نشد: بخشنامه پیش از آن روز پس گرفته شد ⚠️

## Refusals: rules that a circular changes

problem-circular-may-not-change-rules = نقش شما ({ $own }) برای قلمرو این دفتر قاعده‌ای تعیین نمی‌کند و چیزی ثبت نشد. بخشنامه را بی تغییر قاعده بفرستید، یا از سازمان استان یا دفتر آمار بخواهید آن را منتشر کند.
problem-circular-too-many-changes = این بخشنامه { $got } قاعده را عوض می‌کند؛ هر بخشنامه تا { $most } قاعده را عوض می‌کند. بقیه را در بخشنامهٔ دیگری بنویسید.
problem-circular-change-too-early = تغییر «{ $rule }» از { $from } نوشته شده است؛ بخشنامه زودتر از { $first } به کسی نمی‌رسد. روزی را بنویسید که { $first } یا پس از آن باشد.
problem-circular-change-clause = تغییر قاعده به بند { $got } نسبت داده شده است؛ این بخشنامه { $most } بند دارد. شمارهٔ بند را دوباره بنویسید.
problem-circular-change-twice = قاعدهٔ «{ $rule }» برای { $from } دو بار نوشته شده است. یکی را بردارید یا روز دیگری برای آن بنویسید.
