// SPDX-License-Identifier: GPL-3.0-or-later
#include "pinyin.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace rialto {
namespace {

// The first common character of each initial; no syllable begins with i, u or v.
constexpr std::u16string_view kFirst = u"阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀";
constexpr std::string_view kLetters = "abcdefghjklmnopqrstwxyz";

} // namespace

PinyinInitials::PinyinInitials() : m_collator(QLocale(QLocale::Chinese, QLocale::China))
{
    const auto before = [this](char16_t a, char16_t b) { return m_collator.compare(QString(QChar(a)), QString(QChar(b))) < 0; };
    m_usable = std::is_sorted(kFirst.begin(), kFirst.end(), before) && before(u'安', u'八') && before(u'西', u'张');
}

QString PinyinInitials::of(const QString& text) const
{
    QString initials;
    for (const QChar character : text) {
        if (character.unicode() < 0x80) {
            if (character.isLetterOrNumber())
                initials += character.toLower();
            continue;
        }
        if (!m_usable || character.script() != QChar::Script_Han)
            continue;
        const auto after = std::upper_bound(kFirst.begin(), kFirst.end(), character.unicode(), [this](char16_t a, char16_t b) {
            return m_collator.compare(QString(QChar(a)), QString(QChar(b))) < 0;
        });
        if (after != kFirst.begin())
            initials += QLatin1Char(kLetters[std::size_t(after - kFirst.begin()) - 1]);
    }
    return initials;
}

} // namespace rialto
