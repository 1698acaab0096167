// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Reports

// Every number of the report at the left; at the right how the chosen one is computed, down to the rows of the book.
FocusScope {
    id: page

    required property FigureModel model

    SearchField {
        id: search

        objectName: "figureSearch"
        x: Theme.space3
        y: Theme.space2
        width: Math.min(Theme.px(320), numbers.width - 2 * Theme.space3)
        focus: true
        label: qsTr("Search the figures")
        placeholderText: qsTr("Words or digits")
        onEdited: (text) => page.model.filter = text
        onDownRequested: numbers.forceActiveFocus()
    }
    PlainTable {
        id: numbers

        objectName: "figureList"
        anchors.top: search.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: Math.round(parent.width * 0.46)
        label: qsTr("Figures")
        header: [qsTr("Figure"), qsTr("As printed")]
        widths: [0, 150]
        rows: page.model.rows
        emptyText: qsTr("No figures yet")
        emptyDetail: qsTr("Show a report: each of its numbers can be taken apart here.")
        onPicked: (row) => page.model.choose(row)
        onCurrentIndexChanged: page.model.choose(currentIndex)
    }
    Rectangle {
        anchors.left: numbers.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    Item {
        anchors.left: numbers.right
        anchors.leftMargin: 1
        anchors.right: parent.right
        height: parent.height

        EmptyState {
            anchors.fill: parent
            visible: page.model.steps.length === 0 && page.model.count > 0
            symbol: "list"
            text: qsTr("Choose a figure")
            detail: qsTr("Its calculation opens here, down to the rows of the book.")
        }
        Column {
            id: head

            x: Theme.space3
            y: Theme.space2
            width: parent.width - 2 * x
            visible: page.model.steps.length > 0
            spacing: 2

            Label {
                objectName: "figureVerdict"
                width: parent.width
                text: page.model.verdict
                color: page.model.good ? Theme.success : Theme.danger
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: page.model.address
                font: Theme.smallFont
                muted: true
                elide: Text.ElideMiddle
            }
        }
        ListView {
            id: steps

            objectName: "figureSteps"
            anchors.top: head.bottom
            anchors.topMargin: Theme.space2
            anchors.bottom: parent.bottom
            width: parent.width
            visible: page.model.steps.length > 0
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: page.model.steps
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("Calculation")
            T.ScrollBar.vertical: ScrollBar {}

            delegate: Item {
                id: step

                required property var modelData
                readonly property real indent: Theme.space3 + Math.min(modelData.depth, 12) * Theme.px(16)

                width: ListView.view.width
                height: words.height + Theme.space2
                Accessible.role: Accessible.TreeItem
                Accessible.name: modelData.label + " " + modelData.value

                Rectangle {
                    x: step.indent - Theme.px(9)
                    width: 1
                    height: parent.height
                    visible: step.modelData.depth > 0
                    color: Theme.line
                }
                Column {
                    id: words

                    x: step.indent
                    y: Theme.space1
                    width: parent.width - x - Theme.space3

                    Row {
                        width: parent.width
                        spacing: Theme.space2

                        Icon {
                            id: mark

                            y: Math.round((number.height - height) / 2)
                            width: Theme.px(12)
                            height: Theme.px(12)
                            name: step.modelData.source ? "file" : step.modelData.good ? "check" : "warning"
                            color: step.modelData.source ? Theme.textFaint : step.modelData.good ? Theme.success : Theme.danger
                        }
                        Label {
                            width: parent.width - mark.width - number.width - 2 * parent.spacing
                            text: step.modelData.label
                            font: step.modelData.depth === 0 ? Theme.strongFont : Theme.bodyFont
                            muted: step.modelData.source
                        }
                        Text {
                            id: number

                            text: step.modelData.value
                            font: Theme.figureFont
                            color: step.modelData.source ? Theme.textMuted : Theme.text
                            textFormat: Text.PlainText
                        }
                    }
                    Label {
                        x: mark.width + Theme.space2
                        width: parent.width - x
                        visible: text !== ""
                        text: step.modelData.formula
                        font: Theme.smallFont
                        muted: true
                        wrapMode: Text.WrapAnywhere
                        maximumLineCount: 3
                    }
                    Label {
                        x: mark.width + Theme.space2
                        width: parent.width - x
                        visible: text !== ""
                        text: step.modelData.method
                        font: Theme.smallFont
                        color: Theme.textFaint
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
            }
        }
    }
}
