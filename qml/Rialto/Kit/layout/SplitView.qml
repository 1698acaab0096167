// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// Panes beside or above each other; the hairline between them can be dragged. Attached SplitView.* properties come from
// `import QtQuick.Templates as T`: T.SplitView.preferredWidth, T.SplitView.fillWidth.
T.SplitView {
    id: control

    handle: Rectangle {
        id: bar

        implicitWidth: 1
        implicitHeight: 1
        color: T.SplitHandle.pressed ? Theme.accent : T.SplitHandle.hovered ? Theme.lineStrong : Theme.dark ? Theme.window : Theme.lineStrong
        containmentMask: QtObject {
            function contains(point: point): bool {
                return control.orientation === Qt.Horizontal ? point.x >= -3 && point.x <= 4 && point.y >= 0 && point.y <= bar.height
                                                             : point.y >= -3 && point.y <= 4 && point.x >= 0 && point.x <= bar.width
            }
        }
    }
}
