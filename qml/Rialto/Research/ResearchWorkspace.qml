// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Research

// The information desk: a row of pages over the one that is open.
FocusScope {
    id: workspace

    required property ResearchModel model

    objectName: "researchWorkspace"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Tabs {
        id: tabs

        objectName: "researchPages"
        x: Theme.space4
        focus: true
        label: qsTr("Pages of the information desk")
        model: workspace.model.pages
        counts: workspace.model.counts
        currentIndex: workspace.model.page
        onActivated: (index) => workspace.model.page = index
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        height: tabs.height
        spacing: Theme.space2

        Label {
            height: parent.height
            text: workspace.model.failure !== "" ? workspace.model.failure : workspace.model.busy ? qsTr("Reading…") : workspace.model.age
            color: workspace.model.failure !== "" ? Theme.warning : Theme.textMuted
            font: Theme.smallFont
        }
        IconButton {
            objectName: "researchRefresh"
            anchors.verticalCenter: parent.verticalCenter
            symbol: "refresh"
            hint: qsTr("Read again")
            onClicked: workspace.model.refresh()
        }
    }
    Separator { y: tabs.height; width: parent.width }
    EmptyState {
        anchors.fill: page
        visible: workspace.model.empty && !workspace.model.busy
        symbol: "import"
        text: qsTr("The book holds nothing of this kind yet")
        detail: workspace.model.importHint
    }
    Loader {
        id: page

        anchors.fill: parent
        anchors.topMargin: tabs.height + 1
        visible: !workspace.model.empty
        sourceComponent: [news, filings, macro, rates, notes, screener][workspace.model.page]
    }
    Component { id: news; NewsPage { model: workspace.model } }
    Component { id: filings; FilingsPage { model: workspace.model } }
    Component { id: macro; MacroPage { model: workspace.model } }
    Component { id: rates; RatesPage { model: workspace.model } }
    Component { id: notes; NotesPage { model: workspace.model } }
    Component { id: screener; ScreenerPage { model: workspace.model } }
}
