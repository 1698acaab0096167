// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Rialto.Theme

// The mark: the arch of a bridge over water.
Item {
    id: mark

    property color ink: Theme.accent

    implicitWidth: Theme.px(20)
    implicitHeight: Theme.px(20)

    Shape {
        anchors.centerIn: parent
        width: 20
        height: 20
        scale: mark.width / 20

        ShapePath {
            strokeColor: mark.ink
            strokeWidth: 2
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathSvg { path: "M 1.5 13 L 10 5.5 L 18.5 13 M 5.5 16.5 L 5.5 14.5 A 4.5 4.5 0 0 1 14.5 14.5 L 14.5 16.5 M 1.5 16.5 L 3 16.5 M 17 16.5 L 18.5 16.5" }
        }
    }
}
