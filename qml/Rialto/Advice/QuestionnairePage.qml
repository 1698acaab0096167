// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Advice

// The risk questionnaire: answers lead to a profile, which the proposal may use. Nothing is kept with the client here.
FocusScope {
    id: page

    required property AdviceModel model

    signal used()

    ScrollArea {
        anchors.top: parent.top
        anchors.bottom: foot.top
        width: parent.width
        spacing: Theme.space3

        Repeater {
            model: page.model.questions

            Column {
                id: question

                required property int index
                required property var modelData

                width: parent ? parent.width : 0
                spacing: Theme.space1

                Label {
                    width: parent.width
                    text: (question.index + 1) + ". " + question.modelData.text
                    font: Theme.strongFont
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Text {
                    text: question.modelData.side
                    font: Theme.smallFont
                    color: Theme.textFaint
                    textFormat: Text.PlainText
                }
                ComboBox {
                    objectName: "answer" + (question.index + 1)
                    width: Math.min(parent.width, Theme.px(520))
                    label: question.modelData.text
                    model: question.modelData.choices
                    currentIndex: question.modelData.chosen
                    onActivated: (index) => page.model.answer(question.index, index)
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(44)

        Separator { width: parent.width }
        Label {
            objectName: "answersText"
            x: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            text: page.model.answersText
        }
        Button {
            objectName: "useAnswers"
            anchors.right: parent.right
            anchors.rightMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Use this profile")
            kind: Button.Primary
            enabled: page.model.answered
            onClicked: { page.model.useAnswers(); page.used() }
        }
    }
}
