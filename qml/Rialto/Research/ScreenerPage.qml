// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Research

// A condition as one writes it, and the instruments it holds for. A press on a row chooses the symbol everywhere.
FocusScope {
    id: page

    required property ResearchModel model

    TextField {
        id: condition

        objectName: "screenCondition"
        x: Theme.space3
        y: Theme.space3
        width: parent.width - run.width - 3 * Theme.space3
        focus: true
        label: qsTr("Condition")
        font: Theme.figureFont
        value: page.model.condition
        placeholderText: qsTr("rsi(14) < 30 and close > sma(200)")
        onEdited: (text) => page.model.condition = text
        onAccepted: page.model.runScreen()
    }
    Button {
        id: run

        objectName: "screenRun"
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        y: Theme.space3
        kind: Button.Primary
        icon.name: "filter"
        text: qsTr("Find")
        onClicked: page.model.runScreen()
    }
    Label {
        id: note

        x: Theme.space3
        anchors.top: condition.bottom
        anchors.topMargin: Theme.space2
        width: parent.width - 2 * x
        text: page.model.screenNote !== "" ? page.model.screenNote : qsTr("Columns, indicators of the catalogue with their parameters, fundamentals; and, or, not, crosses above, crosses below; close[5] is the close five bars ago.")
        wrapMode: Text.Wrap
        muted: true
    }
    PlainTable {
        objectName: "screenTable"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: note.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        label: qsTr("Matching instruments")
        header: page.model.screenHeader
        rows: page.model.screenRows
        columnWidth: Theme.px(120)
        emptyText: qsTr("No match to show")
        onPicked: (row) => page.model.followScreenRow(row)
    }
}
