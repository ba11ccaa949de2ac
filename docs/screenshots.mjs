// Retakes the pictures of the pages with headless Chromium, from a running `cchc serve`.
//
//   npm install --prefix FOLDER playwright-core
//   NODE_PATH=FOLDER/node_modules node docs/screenshots.mjs http://127.0.0.1:7860 docs/images
//
// Environment: CHROMIUM (default /usr/bin/chromium), QUESTION, CHECK and AGAINST, ANNEX, PLAN and
// PREVIOUS (defaults below; the last three are stored documents).
// Writes chat-1280.png, chat-390.png and the same of documents, checking and drafting. Ends with an error
// when a page asks another machine for anything, or is wider than its window.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { chromium } = createRequire(import.meta.url)("playwright-core");

const [base = "http://127.0.0.1:7860", folder = "docs/images"] = process.argv.slice(2);
const question = process.env.QUESTION ?? "Đơn vị nào chủ trì chỉ tiêu thanh toán trực tuyến?";
const checked = process.env.CHECK ?? "samples/bao-cao-2025.docx";
const against = process.env.AGAINST ?? "phu-luc-thong-ke-2025.docx";
const sources = [
  ["cchc-draft-annex", process.env.ANNEX ?? "phu-luc-thong-ke-2025.docx"],
  ["cchc-draft-plans", process.env.PLAN ?? "ke-hoach-2026.docx"],
  ["cchc-draft-previous", process.env.PREVIOUS ?? "phu-luc-thong-ke-2024.xlsx"],
];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const failures = [];
const home = new URL(base).host;

async function shoot(viewport) {
  const profile = mkdtempSync(join(tmpdir(), "cchc-shots-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    locale: "vi-VN",
    viewport,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage();
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== home) failures.push(`asked ${url.host}`);
  });
  await page.goto(base);
  const box = page.locator("#cchc-question textarea");
  await box.waitFor();
  await page.waitForTimeout(1500);
  await box.fill(question);
  await box.press("Enter");
  await page.locator("#cchc-evidence .cchc-badge").waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await take(page, viewport, "chat");
  await openTab(page, "Tài liệu");
  await page.locator("#cchc-documents table, #cchc-documents p").first().waitFor();
  await page.waitForTimeout(500);
  await take(page, viewport, "documents");
  await openTab(page, "Kiểm tra văn bản");
  await page.locator("#cchc-check-file input[type=file]").setInputFiles(checked);
  await page.locator("#cchc-check-file .file-preview").waitFor();
  await page.locator("#cchc-check-against input").click();
  await page.getByRole("option", { name: against }).click();
  await page.keyboard.press("Escape");
  await page.locator("#cchc-check-run").click();
  await page.locator("#cchc-check-findings h3").waitFor({ timeout: 60_000 });
  await page.waitForTimeout(500);
  await take(page, viewport, "checking");
  await draft(page);
  await take(page, viewport, "drafting");
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

async function draft(page) {
  await openTab(page, "Soạn báo cáo");
  await page.locator("#cchc-draft-start").waitFor();
  await page.waitForTimeout(1000);
  for (const [id, file] of sources) {
    await page.locator(`#${id} input`).click();
    await page.getByRole("option", { name: file }).first().click();
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
  }
  await page.locator("#cchc-draft-start").click();
  await page.locator("#cchc-draft-text .cchc-draft").waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1000);
}

// On a narrow page Gradio moves the last tabs behind a button.
async function openTab(page, name) {
  const tab = page.getByRole("tab", { name });
  if ((await tab.count()) && (await tab.first().isVisible())) return tab.first().click();
  await page.locator(".overflow-menu > button").first().click();
  await page.locator(".overflow-dropdown").getByText(name).click();
}

async function take(page, { width }, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) failures.push(`${name} is ${wide} px wide in a window of ${width} px`);
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}

mkdirSync(folder, { recursive: true });
for (const size of sizes) await shoot(size);
if (failures.length) {
  console.error([...new Set(failures)].join("\n"));
  process.exit(1);
}
