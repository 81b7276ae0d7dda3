import { mySignatories, SIGNATORIES } from 'c/agreementRights';

jest.mock('@salesforce/customPermission/Caddie_Sign_For_Finance', () => ({ default: undefined }), {
  virtual: true
});
jest.mock('@salesforce/customPermission/Caddie_Sign_For_Marketing', () => ({ default: true }), {
  virtual: true
});
jest.mock('@salesforce/customPermission/Caddie_Sign_For_Sales', () => ({ default: undefined }), {
  virtual: true
});

it('names the parties for which the person holds the permission', () => {
  expect(SIGNATORIES).toEqual(['sales', 'marketing', 'finance']);
  expect(mySignatories()).toEqual(['marketing']);
});
