// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Gallery

SplitView {
    id: page

    Component.onCompleted: if (page.Window.window && page.Window.window.popups) opener.start()

    Timer {
        id: opener

        interval: 300
        onTriggered: {
            more.popup(quotes, 300, 120)
            more.currentIndex = 3
            account.popup.open()
            link.choices.open()
        }
    }

    SplitView {
        orientation: Qt.Vertical
        T.SplitView.fillWidth: true

        Panel {
            T.SplitView.fillHeight: true
            title: qsTr("Watchlist")
            subtitle: qsTr("24 instruments")
            linkable: true
            linkGroup: 4
            toolbar: [
                SearchField { id: filter; implicitWidth: Theme.px(150); implicitHeight: Theme.px(22); placeholderText: qsTr("Filter") },
                IconButton { symbol: "plus"; hint: qsTr("Add") },
                IconButton { symbol: "more"; hint: qsTr("More"); onClicked: more.popup() }
            ]

            DataTable {
                id: quotes

                anchors.fill: parent
                multiSelect: true
                label: qsTr("Watchlist")
                model: SampleQuotes { id: sample }
                filterText: filter.text
                Component.onCompleted: { sortByKey("percent", true); selectRow(3) }
                onMenuRequested: (row, x, y) => more.popup(quotes, x, y)
            }
            Timer {
                interval: 300
                running: true
                repeat: true
                onTriggered: sample.tick()
            }
            Menu {
                id: more

                MenuItem { text: qsTr("Buy"); shortcutText: "B"; icon.name: "plus" }
                MenuItem { text: qsTr("Show volume"); checkable: true; checked: true }
                MenuSeparator {}
                MenuItem { text: qsTr("Copy rows"); shortcutText: "Ctrl+C"; icon.name: "copy" }
                MenuItem { text: qsTr("Remove"); danger: true; icon.name: "trash" }
            }
        }
        Panel {
            T.SplitView.preferredHeight: Theme.px(190)
            leading: Tabs {
                Layout.fillHeight: true
                model: [qsTr("Orders"), qsTr("Fills"), qsTr("Positions")]
                counts: [12, 48, ""]
            }
            toolbar: IconButton { symbol: "export"; hint: qsTr("Export") }

            RowLayout {
                anchors.fill: parent
                spacing: 0

                EmptyState {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    symbol: "list"
                    text: qsTr("No orders today")
                    detail: qsTr("Orders placed from the ticket appear here.")
                    actionText: qsTr("New order")
                }
                Separator { vertical: true; Layout.fillHeight: true }
                Column {
                    Layout.preferredWidth: Theme.px(340)
                    Layout.fillHeight: true
                    Layout.margins: Theme.space3
                    spacing: Theme.space2

                    SectionLabel { text: qsTr("States") }
                    Flow {
                        width: parent.width
                        spacing: Theme.space2

                        Badge { text: "SIM"; tone: Theme.Simulation; dot: true }
                        Badge { text: "PAPER"; tone: Theme.Paper; dot: true }
                        Badge { text: "LIVE"; tone: Theme.Live; dot: true }
                        Badge { text: qsTr("Pending"); tone: Theme.Pending }
                        Badge { text: qsTr("Working"); tone: Theme.Working }
                        Badge { text: qsTr("Filled"); tone: Theme.Filled }
                        Badge { text: qsTr("Held"); tone: Theme.Held }
                        Badge { text: qsTr("Cancelled"); tone: Theme.Cancelled }
                        Badge { text: qsTr("Rejected"); tone: Theme.Rejected }
                        Badge { text: qsTr("Expired"); tone: Theme.Expired }
                    }
                    SectionLabel { text: qsTr("Progress") }
                    ProgressBar { width: parent.width; label: qsTr("Importing SPY daily bars"); detail: "62 %"; value: 0.62; cancellable: true }
                    Row {
                        spacing: Theme.space2
                        Repeater {
                            model: ["chart", "depth", "users", "pie", "bell", "star", "link", "filter", "command", "globe"]
                            Icon { required property string modelData; width: Theme.px(16); height: width; name: modelData; color: Theme.textMuted }
                        }
                    }
                }
            }
        }
    }
    Panel {
        T.SplitView.preferredWidth: Theme.px(292)
        title: qsTr("Order ticket")
        linkable: true
        linkGroup: 4
        toolbar: IconButton { symbol: "close"; hint: qsTr("Close") }

        ScrollArea {
            anchors.fill: parent

            Row {
                spacing: Theme.space2
                LinkChip { id: link; group: 2 }
                Label { text: qsTr("Linked") ; font: Theme.smallFont }
            }
            SegmentedControl {
                width: parent.width
                fill: true
                model: [qsTr("Buy"), qsTr("Sell")]
                tones: [Theme.Buy, Theme.Sell]
            }
            Row {
                spacing: Theme.space2
                Figure { text: "218.94"; large: true; tone: Theme.Up }
                Figure { anchors.bottom: parent.bottom; anchors.bottomMargin: 5; text: Theme.signArrow(1) + " +2.31  +1.07%"; tone: Theme.Up }
            }
            FormRow {
                width: parent.width
                label: qsTr("Account")
                ComboBox { id: account; model: ["Ada Lindqvist · Growth", "陈嘉 · Income", "House"] }
            }
            FormRow {
                width: parent.width
                label: qsTr("Quantity")
                NumberField { value: "100"; unit: qsTr("shares") }
            }
            FormRow {
                width: parent.width
                label: qsTr("Type")
                SegmentedControl { fill: true; model: [qsTr("Limit"), qsTr("Market"), qsTr("Stop")] }
            }
            FormRow {
                width: parent.width
                label: qsTr("Limit price")
                error: qsTr("The tick is 0.01.")
                NumberField { value: "218.905"; unit: "USD"; invalid: true }
            }
            FormRow {
                width: parent.width
                label: qsTr("In force")
                ComboBox { model: [qsTr("Day"), qsTr("Good till cancelled")] }
            }
            FormRow {
                width: parent.width
                label: qsTr("Note")
                TextField { placeholderText: qsTr("Optional") }
            }
            Switch { text: qsTr("Outside regular hours") }
            CheckBox { text: qsTr("Review before sending"); checked: true }
            Separator { width: parent.width }
            KeyValueGrid {
                width: parent.width
                entries: [
                    {label: qsTr("Estimated cost"), value: "21,894.00 USD"},
                    {label: qsTr("Fees"), value: "1.00 USD"},
                    {label: qsTr("Cash after"), value: "48,105.10 USD"},
                    {label: qsTr("Unrealised"), value: "+1,204.50 USD", tone: Theme.Up}
                ]
            }
            Button {
                width: parent.width
                implicitHeight: Theme.px(32)
                kind: Button.Buy
                text: qsTr("Buy 100 NVLT at 218.90")
            }
            Row {
                spacing: Theme.space2
                Button { text: qsTr("Plain") }
                Button { text: qsTr("Primary"); kind: Button.Primary }
                Button { text: qsTr("Danger"); kind: Button.Danger }
                Button { text: qsTr("Off"); enabled: false }
            }
            Row {
                spacing: Theme.space2
                Button { text: qsTr("Sell"); kind: Button.Sell }
                Button { text: qsTr("Quiet"); kind: Button.Quiet; icon.name: "refresh" }
                Button { text: qsTr("Export"); icon.name: "export" }
            }
        }
    }
}
