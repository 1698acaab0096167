// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// One cell of a DataTable. Kept flat: a table paints hundreds of these each frame.
Item {
    id: cell

    required property int row
    required property int column
    required property bool selected
    required property string display
    required property int tone
    required property int flash
    required property real fraction
    required property var series
    required property int kind
    required property bool toRight
    required property var table

    implicitWidth: Theme.px(60)
    implicitHeight: table.rowHeight
    Accessible.role: Accessible.Cell
    Accessible.name: display
    Accessible.selected: selected

    Rectangle {
        anchors.fill: parent
        color: Theme.selected
        visible: cell.selected
    }
    CellInk {
        theme: Theme
        label: words
        wash: wash
        kind: cell.kind
        tone: cell.tone
        flash: cell.flash
    }
    Rectangle {
        id: wash

        anchors.fill: parent
        anchors.topMargin: 2
        anchors.bottomMargin: 2
        anchors.leftMargin: 2
        radius: 2
        visible: cell.flash !== 0 && Theme.motion
    }
    Rectangle {
        anchors.right: parent.right
        y: 2
        width: Math.round((parent.width - 2) * Math.min(1, cell.fraction))
        height: parent.height - 4
        color: cell.kind === 6 ? Theme.faded(Theme.colourOf(cell.tone), 0.18) : Theme.line
        visible: cell.kind === 6
    }
    Text {
        id: words

        x: Theme.space2 + (cell.kind === 5 ? Theme.px(12) : 0)
        width: parent.width - x - Theme.space2
        height: parent.height
        visible: cell.kind !== 7
        text: cell.display
        font: cell.kind === 4 ? Theme.strongFont : Theme.figureFont
        horizontalAlignment: cell.toRight ? Text.AlignRight : Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        textFormat: Text.PlainText
        renderType: Text.NativeRendering
    }
    Loader {
        active: cell.kind === 5 || cell.kind === 3 || cell.kind === 7
        anchors.fill: parent
        sourceComponent: cell.kind === 7 ? spark : cell.kind === 3 ? tick : status
    }
    Component {
        id: status

        Item {
            Rectangle {
                x: Theme.space2
                y: Math.round((parent.height - height) / 2)
                width: Theme.px(6)
                height: width
                visible: cell.display !== ""
                radius: width / 2
                color: Theme.colourOf(cell.tone)
            }
        }
    }
    Component {
        id: tick

        Item {
            Icon {
                x: Theme.px(3)
                y: Math.round((parent.height - height) / 2)
                width: Theme.px(9)
                height: width
                visible: cell.tone === Theme.Up || cell.tone === Theme.Down
                name: cell.tone === Theme.Up ? "arrow-up" : "arrow-down"
                color: Theme.colourOf(cell.tone)
            }
        }
    }
    Component {
        id: spark

        Item {
            Sparkline {
                anchors.fill: parent
                anchors.leftMargin: Theme.space2
                anchors.rightMargin: Theme.space2
                anchors.topMargin: 4
                anchors.bottomMargin: 4
                values: cell.series
                color: Theme.colourOf(cell.tone)
            }
        }
    }
}
