// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// The small spaced capitals above a group of fields or figures.
Label {
    font: Theme.labelFont
    color: Theme.textMuted
}
