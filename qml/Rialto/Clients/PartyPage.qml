// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Clients

// One party all around: ownership, figures, review, holdings, papers, mandates, fees, tasks.
Panel {
    id: page

    required property ClientsDeskModel model

    objectName: "partyPage"
    title: model.name
    subtitle: model.subtitle
    toolbar: [
        ComboBox {
            id: rating

            objectName: "reviewRating"
            implicitWidth: Theme.px(96)
            implicitHeight: Theme.px(22)
            quiet: true
            visible: page.model.review.length > 0
            label: qsTr("Risk rating")
            model: [qsTr("Low"), qsTr("Medium"), qsTr("High")]
        },
        Button {
            objectName: "recordReview"
            kind: Button.Quiet
            visible: page.model.review.length > 0
            text: qsTr("Record review")
            hint: qsTr("The review was done today; the next one is in three, two or one years")
            onClicked: page.model.recordReview(rating.currentIndex)
        }
    ]

    EmptyState {
        anchors.centerIn: parent
        visible: page.model.name === "" && !page.model.busy
        symbol: "users"
        text: qsTr("Choose a client")
        detail: page.model.failure
    }
    ScrollArea {
        anchors.fill: parent
        visible: page.model.name !== ""
        spacing: Theme.space2

        Label {
            width: parent.width
            visible: page.model.failure !== ""
            text: page.model.failure
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        RowLayout {
            width: parent.width
            spacing: Theme.space6

            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space1

                SectionLabel { text: qsTr("Figures") }
                KeyValueGrid {
                    objectName: "partyFigures"
                    width: parent.width
                    entries: page.model.figures
                }
            }
            Column {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.space1
                visible: page.model.review.length > 0

                SectionLabel { text: qsTr("Know your customer") }
                KeyValueGrid {
                    objectName: "partyReview"
                    width: parent.width
                    entries: page.model.review
                }
            }
        }
        SectionLabel { text: qsTr("Ownership") }
        OwnershipTree {
            width: parent.width
            rows: page.model.tree
            onOpened: (row) => page.model.row = row
        }
        Repeater {
            model: [
                {title: qsTr("Mandate rules"), rows: page.model.rules},
                {title: qsTr("Papers"), rows: page.model.documents},
                {title: qsTr("Fees"), rows: page.model.fees}
            ]

            Column {
                id: group

                required property var modelData

                width: parent ? parent.width : 0
                visible: modelData.rows.length > 0
                spacing: 0

                SectionLabel { text: group.modelData.title }
                Repeater {
                    model: group.modelData.rows

                    StateLine {
                        required property var modelData

                        width: group.width
                        entry: modelData
                    }
                }
            }
        }
        SectionLabel {
            visible: page.model.tasks.length > 0
            text: qsTr("Tasks")
        }
        Repeater {
            model: page.model.tasks

            StateLine {
                id: task

                required property var modelData

                width: parent ? parent.width : 0
                entry: modelData

                Button {
                    objectName: "finishTask"
                    kind: Button.Quiet
                    implicitHeight: Theme.px(20)
                    text: qsTr("Done")
                    hint: qsTr("Done: %1").arg(task.modelData.title)
                    onClicked: page.model.finishTask(task.modelData.id)
                }
            }
        }
        SectionLabel {
            visible: page.model.holdings.length > 0
            text: qsTr("Holdings, USD")
        }
        Repeater {
            model: page.model.holdings

            Item {
                id: holding

                required property var modelData

                width: parent ? parent.width : 0
                height: Theme.rowHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.symbol + ", " + modelData.value

                Label {
                    id: symbol

                    width: Theme.px(76)
                    height: parent.height
                    text: holding.modelData.symbol
                    font: Theme.strongFont
                    Accessible.ignored: true
                }
                Label {
                    anchors.left: symbol.right
                    anchors.right: quantity.left
                    height: parent.height
                    text: holding.modelData.name
                    muted: true
                    Accessible.ignored: true
                }
                Figure {
                    id: quantity

                    anchors.right: value.left
                    width: Theme.px(86)
                    height: parent.height
                    text: holding.modelData.quantity
                    Accessible.ignored: true
                }
                Figure {
                    id: value

                    anchors.right: part.left
                    width: Theme.px(112)
                    height: parent.height
                    text: holding.modelData.value
                    Accessible.ignored: true
                }
                Figure {
                    id: part

                    anchors.right: parent.right
                    width: Theme.px(70)
                    height: parent.height
                    text: holding.modelData.part
                    Accessible.ignored: true
                }
            }
        }
    }
}
