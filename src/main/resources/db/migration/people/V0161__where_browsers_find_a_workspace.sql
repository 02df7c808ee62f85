-- Where somebody who runs the workspace last came in; links in mails lead there when the operator names no address.
alter table workspace add column seen_origin text;
