// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// The drawing and colour of a Notices.Severity.
Icon {
    property int severity: Notices.Info

    implicitWidth: Theme.iconSize
    implicitHeight: Theme.iconSize
    width: implicitWidth
    height: implicitHeight
    name: severity === Notices.Success ? "check" : severity === Notices.Info ? "info" : "warning"
    color: severity === Notices.Error ? Theme.danger : severity === Notices.Warning ? Theme.warning
         : severity === Notices.Success ? Theme.success : Theme.info
}
