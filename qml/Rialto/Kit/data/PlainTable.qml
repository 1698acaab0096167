// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// Finished texts in columns, for answers that are computed as a whole: `header` is a list of words, `rows` a list of
// {cells: [..], tone, strong}. The first column takes the room that is left; the others are right-aligned unless `leading` counts
// them in. Up and Down choose a row; `picked(row)` when one is pressed or Enter is.
FocusScope {
    id: table

    property var header: []
    property var rows: []
    property int columnWidth: Theme.px(104)
    property var widths: []
    property int leading: 1
    property string label: ""
    property string emptyText: qsTr("Nothing to show")
    property string emptyDetail: ""
    property alias currentIndex: view.currentIndex

    signal picked(int row)

    function widthOf(column: int): real {
        return table.widths.length > column ? Theme.px(table.widths[column]) : table.columnWidth
    }
    readonly property real firstWidth: {
        let rest = view.width - Theme.space3
        for (let i = 1; i < table.header.length; ++i)
            rest -= table.widthOf(i)
        return Math.max(Theme.px(120), rest)
    }

    objectName: "plainTable"
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: label

    EmptyState {
        anchors.fill: parent
        visible: table.rows.length === 0
        symbol: "list"
        text: table.emptyText
        detail: table.emptyDetail
    }
    Row {
        id: head

        x: Theme.space3
        height: table.header.length > 0 && table.rows.length > 0 ? Theme.rowHeight : 0
        visible: height > 0

        Repeater {
            model: table.header

            Label {
                required property int index
                required property string modelData

                width: index === 0 ? table.firstWidth : table.widthOf(index)
                height: head.height
                rightPadding: Theme.space2
                text: modelData
                font: Theme.smallFont
                muted: true
                horizontalAlignment: index < table.leading ? Text.AlignLeft : Text.AlignRight
            }
        }
    }
    Separator { y: head.height; width: parent.width; visible: head.visible }
    ListView {
        id: view

        anchors.fill: parent
        anchors.topMargin: head.height + 1
        clip: true
        focus: true
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        model: table.rows
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: if (currentIndex >= 0) table.picked(currentIndex)

        delegate: Rectangle {
            id: line

            required property int index
            required property var modelData

            width: ListView.view.width
            height: Theme.rowHeight
            color: ListView.isCurrentItem ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
            Accessible.role: Accessible.Row
            Accessible.name: modelData.cells.join(" ")

            Row {
                x: Theme.space3

                Repeater {
                    model: line.modelData.cells

                    Label {
                        required property int index
                        required property string modelData

                        width: index === 0 ? table.firstWidth : table.widthOf(index)
                        height: line.height
                        rightPadding: Theme.space2
                        text: modelData
                        font: line.modelData.strong ? Theme.strongFont : index < table.leading ? Theme.bodyFont : Theme.figureFont
                        color: line.modelData.tone ? Theme.colourOf(line.modelData.tone) : Theme.text
                        horizontalAlignment: index < table.leading ? Text.AlignLeft : Text.AlignRight
                    }
                }
            }
            HoverHandler { id: hover }
            TapHandler { onTapped: { view.currentIndex = line.index; table.forceActiveFocus(); table.picked(line.index) } }
        }
    }
}
