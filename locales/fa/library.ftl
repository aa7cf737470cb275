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

button-library-open = { $n }. { $number }
button-library-other = بخشنامهٔ { $number }
