// SPDX-License-Identifier: GPL-3.0-or-later
// Pinyin initials, for finding a Chinese name by typing letters: "美瑞达" is found by "mrd". GUI thread.
#pragma once

#include <QCollator>
#include <QString>

namespace rialto {

/// Takes the order in which the platform's Chinese collation sorts characters (by pronunciation), so there is no table of
/// characters. On a platform whose collation does not do that, initials are empty and such searches find nothing.
class PinyinInitials {
public:
    PinyinInitials();
    /// Lower case; what is not Chinese keeps its letters and digits, the rest is dropped.
    QString of(const QString& text) const;

private:
    QCollator m_collator;
    bool m_usable = false;
};

} // namespace rialto
