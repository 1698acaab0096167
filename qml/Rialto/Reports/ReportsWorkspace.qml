// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Reports

// A client's statement: choices at the left, its pages at the right.
FocusScope {
    id: workspace

    required property ReportsModel model

    objectName: "reportsWorkspace"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Client statement")
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(280)

            ScrollArea {
                anchors.fill: parent
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Client")

                    ComboBox {
                        objectName: "reportClient"
                        label: qsTr("Client")
                        focus: true
                        model: workspace.model.clients
                        currentIndex: workspace.model.clientIndex
                        onActivated: (index) => workspace.model.clientIndex = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Period")
                    hint: workspace.model.periodText

                    ComboBox {
                        objectName: "reportPeriod"
                        label: qsTr("Period")
                        model: workspace.model.periods
                        currentIndex: workspace.model.period
                        onActivated: (index) => workspace.model.period = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Language")

                    SegmentedControl {
                        objectName: "reportLanguage"
                        label: qsTr("Language")
                        fill: true
                        model: [qsTr("English"), qsTr("Chinese")]
                        currentIndex: workspace.model.language
                        onActivated: (index) => workspace.model.language = index

                        Binding on currentIndex { value: workspace.model.language }
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Folder")

                    TextField {
                        objectName: "reportFolder"
                        label: qsTr("Folder")
                        value: workspace.model.folder
                        onEdited: (text) => workspace.model.folder = text
                    }
                }
                Button {
                    objectName: "reportPrepare"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: workspace.model.ready ? Button.Plain : Button.Primary
                    text: workspace.model.ready ? qsTr("Make it anew") : qsTr("Show statement")
                    enabled: !workspace.model.busy
                    onClicked: workspace.model.prepare()
                }
                Button {
                    objectName: "reportSave"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: workspace.model.ready ? Button.Primary : Button.Plain
                    text: qsTr("Save PDF and CSV")
                    icon.name: "export"
                    enabled: workspace.model.ready
                    onClicked: workspace.model.save()
                }
                ProgressBar {
                    objectName: "reportProgress"
                    width: parent.width
                    visible: workspace.model.busy
                    value: workspace.model.progress
                    label: workspace.model.step
                    cancellable: true
                    onCancelled: workspace.model.cancel()
                }
                Label {
                    objectName: "reportMessage"
                    width: parent.width
                    visible: text !== ""
                    text: workspace.model.failure !== "" ? workspace.model.failure : workspace.model.done
                    color: workspace.model.failure !== "" ? Theme.danger : Theme.success
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Separator { width: parent.width; visible: workspace.model.recent.length > 0 }
                Item {
                    width: parent.width
                    height: Theme.controlHeight
                    visible: workspace.model.recent.length > 0

                    SectionLabel {
                        height: parent.height
                        text: qsTr("Saved lately")
                    }
                    Button {
                        objectName: "reportOpenFolder"
                        anchors.right: parent.right
                        kind: Button.Quiet
                        text: qsTr("Open folder")
                        onClicked: workspace.model.openFolder()
                    }
                }
                Repeater {
                    model: workspace.model.recent

                    Button {
                        required property var modelData

                        width: parent.width
                        kind: Button.Quiet
                        icon.name: "file"
                        text: modelData.name
                        hint: modelData.path
                        onClicked: workspace.model.open(modelData.path)
                    }
                }
            }
        }
        Rectangle {
            T.SplitView.fillWidth: true
            color: Theme.window

            ListView {
                id: pages

                objectName: "reportPages"
                anchors.fill: parent
                anchors.margins: Theme.space4
                spacing: Theme.space4
                clip: true
                focus: true
                activeFocusOnTab: true
                model: workspace.model.pages
                boundsBehavior: Flickable.StopAtBounds
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Pages of the statement")
                Keys.onPressed: (event) => {
                    if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                        currentIndex = Math.max(0, Math.min(count - 1, currentIndex + (event.key === Qt.Key_PageDown ? 1 : -1)))
                        positionViewAtIndex(currentIndex, ListView.Beginning)
                        event.accepted = true
                    }
                }
                T.ScrollBar.vertical: ScrollBar {}
                delegate: Item {
                    id: page

                    required property int index
                    required property string modelData

                    width: ListView.view.width
                    height: sheet.height

                    Image {
                        id: sheet

                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(parent.width, Theme.px(820))
                        height: implicitWidth > 0 ? Math.round(width * implicitHeight / implicitWidth) : 0
                        source: page.modelData
                        smooth: true
                        mipmap: true
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("Page %1").arg(page.index + 1)
                    }
                }
            }
            EmptyState {
                anchors.fill: parent
                visible: pages.count === 0
                symbol: "file"
                text: workspace.model.busy ? qsTr("The statement is being made") : qsTr("No statement yet")
                detail: workspace.model.busy ? "" : qsTr("Choose a client and a period, then show the statement.")
            }
        }
    }
}
