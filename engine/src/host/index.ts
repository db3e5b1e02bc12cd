export { answerMessages } from './answer-messages.ts'
