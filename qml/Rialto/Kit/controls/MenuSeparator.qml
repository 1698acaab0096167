// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

T.MenuSeparator {
    implicitHeight: Theme.px(9)
    implicitWidth: Theme.px(100)
    contentItem: Item {
        Separator {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
        }
    }
}
